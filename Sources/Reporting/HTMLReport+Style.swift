extension HTMLReport {
  /// The dress of the page: light and dark, wide and narrow, screen and paper.
  ///
  /// The colours of the bands go from a pale blue over amber to a dark red, so that they differ in
  /// lightness and not only in hue; the letter says it in any case.
  static let style: StaticString = """

    :root {
      color-scheme: light dark;
      --paper: #ffffff; --card: #f6f7f9; --ink: #15181d; --soft: #59616d; --line: #d9dde3;
      --link: #0b57a4; --mark: #ffe89a; --mark-ink: #231a00; --track: #e6e9ee; --ghost: #c3cad4;
      --l0: #cfe3f3; --l0i: #0e2c45; --l1: #f2e3b0; --l1i: #352900; --l2: #eeae4e; --l2i: #241500;
      --l3: #d2622a; --l3i: #ffffff; --l4: #8c1727; --l4i: #ffffff; --gain: #77808d;
      --loss: #2f7d6d;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #14171b; --card: #1c2026; --ink: #e7eaee; --soft: #9da6b2; --line: #333a44;
        --link: #8cc2ff; --mark: #6a5410; --mark-ink: #fff3cf; --track: #2a3038; --ghost: #4a535f;
        --l0: #24435c; --l0i: #d5e8f8; --l1: #6a5a20; --l1i: #fdf1c8; --l2: #cf9030; --l2i: #1a0f00;
        --l3: #e87b42; --l3i: #1d0a00; --l4: #ff8a8f; --l4i: #2c0207; --gain: #8b95a3;
        --loss: #58b8a3;
      }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
    body {
      margin: 0 auto; max-width: 68rem; padding: 1.5rem 1.25rem 4rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans CJK KR",
      "Noto Sans CJK JP", sans-serif; overflow-wrap: anywhere;
    }
    h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .35rem; letter-spacing: -.01em; }
    h2 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .5rem; letter-spacing: -.005em; }
    h3 { font-size: 1rem; margin: 1.1rem 0 .4rem; }
    h3 small, .note, .none, .facts, .case, .scale, .legend, footer, small {
      color: var(--soft); font-weight: 400;
    }
    h4 { align-items: baseline; display: flex; font-size: 1.02rem; font-weight: 600; gap: 1rem;
      line-height: 1.45; margin: 0; }
    p { margin: .35rem 0 .7rem; }
    a { color: var(--link); text-underline-offset: .15em; }
    code { font: .86em/1.4 ui-monospace, "SF Mono", "DejaVu Sans Mono", Menlo, monospace; }
    pre {
      background: var(--card); border: 1px solid var(--line); border-radius: 6px; margin: .4rem 0;
      padding: .6rem .75rem; white-space: pre-wrap;
    }
    small { font-size: .82rem; }
    svg { display: block; }
    section { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: 1.5rem; }
    main > section:first-child { border-top: 0; margin-top: .5rem; padding-top: .5rem; }
    footer { border-top: 1px solid var(--line); font-size: .85rem; margin-top: 3rem;
      padding-top: .8rem; }
    .unseen {
      clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap;
      width: 1px;
    }
    .kicker { color: var(--soft); font-size: .85rem; letter-spacing: .02em; margin: 0 0 .3rem; }
    .verdict { font-size: 1.12rem; margin: 0 0 1rem; max-width: 46rem; }
    .verdict + .note { font-size: .9rem; margin-top: -.6rem; }
    .notice { border-left: 4px solid var(--l2); padding-left: .7rem; }
    .coverage { display: grid; gap: .6rem; grid-template-columns: repeat(5, 1fr); margin: 0; }
    .coverage > div {
      background: var(--card); border: 1px solid var(--line); border-radius: 8px;
      padding: .55rem .75rem .6rem;
    }
    .coverage dt { color: var(--soft); font-size: .8rem; }
    .coverage dd { margin: 0; }
    .coverage b { display: block; font-size: 1.45rem; font-weight: 650; line-height: 1.25; }
    .coverage small { display: block; line-height: 1.35; }
    nav { display: flex; flex-wrap: wrap; font-size: .88rem; gap: .3rem 1rem; margin: 1rem 0; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; width: 100%;
      overflow-wrap: normal; }
    th { font-weight: 600; text-align: left; }
    thead th { color: var(--soft); font-size: .8rem; font-weight: 500; }
    .number { text-align: right; white-space: nowrap; }
    .companies td, .companies th, .list td, .list th {
      border-bottom: 1px solid var(--line); padding: .5rem .7rem .5rem 0; vertical-align: top;
    }
    .companies td, .companies tbody th { vertical-align: middle; }
    .companies tbody th { font-size: 1.02rem; max-width: 15rem; min-width: 8rem; }
    .companies th:nth-child(5), .companies th:nth-child(6) { text-align: right; }
    .companies .number { padding-right: .4rem; }
    .companies .score { width: 27%; }
    .companies .worst { width: 36%; }
    .meter { align-items: center; display: flex; gap: .6rem; }
    .meter b { flex: none; text-align: right; width: 3rem; }
    .bar { border-radius: 3px; flex: 1; height: 1.1rem; min-width: 4rem; overflow: hidden; }
    .track { fill: var(--track); } .gross { fill: var(--ghost); }
    .tick { stroke: var(--soft); stroke-opacity: .45; stroke-width: 1;
      vector-effect: non-scaling-stroke; }
    .thread { stroke: var(--soft); stroke-width: 1; vector-effect: non-scaling-stroke; }
    .gain { fill: var(--gain); } .loss { fill: var(--loss); }
    rect.level-0 { fill: var(--l0); } rect.level-1 { fill: var(--l1); }
    rect.level-2 { fill: var(--l2); } rect.level-3 { fill: var(--l3); }
    rect.level-4 { fill: var(--l4); }
    .bar rect[class^="level"], .waterfall rect[class^="level"] {
      stroke: var(--soft); stroke-opacity: .55; vector-effect: non-scaling-stroke;
    }
    .band {
      background: var(--track); border: 1px solid rgb(0 0 0 / .18); border-radius: 5px;
      display: inline-block; font-size: .88rem; font-weight: 700; line-height: 1.45rem;
      min-width: 1.7rem; padding: 0 .4rem; text-align: center;
    }
    .level-0.band { background: var(--l0); color: var(--l0i); }
    .level-1.band { background: var(--l1); color: var(--l1i); }
    .level-2.band { background: var(--l2); color: var(--l2i); }
    .level-3.band { background: var(--l3); color: var(--l3i); }
    .level-4.band { background: var(--l4); color: var(--l4i); }
    .legend { font-size: .85rem; margin-top: .8rem; }
    .legend .band { font-size: .75rem; line-height: 1.15rem; min-width: 1.3rem; }
    .stance {
      border: 1.5px solid var(--soft); border-radius: 99px; display: inline-block;
      font-size: .76rem; font-weight: 600; line-height: 1.2rem; padding: 0 .5rem;
      white-space: nowrap;
    }
    .stance::before { content: "\\25CB"; margin-right: .3rem; }
    .confirmed { background: var(--ink); border-color: var(--ink); color: var(--paper); }
    .confirmed::before { content: "\\25CF"; }
    .alleged::before { content: "\\25D0"; }
    .planned { border-style: dashed; }
    .cleared { border-color: var(--loss); color: var(--loss); }
    .cleared::before { content: "\\2713"; }
    .denied { border-color: var(--soft); color: var(--soft); }
    .denied::before { content: "\\2298"; }
    .baseline { border-color: var(--link); color: var(--link); }
    .baseline::before { content: "\\2726"; }
    .weak { border-style: dotted; color: var(--soft); }
    .company > h2 .total { font-variant-numeric: tabular-nums; margin-left: .4rem; }
    .columns { display: grid; gap: 0 2.5rem; grid-template-columns: 3fr 2fr; }
    .columns > * { min-width: 0; }
    figure { margin: 0; }
    .waterfall th {
      overflow-wrap: anywhere;
      font-size: .84rem; font-weight: 400; line-height: 1.3; padding: .3rem .8rem .3rem 0; width: 42%;
    }
    .waterfall td { padding: 0; }
    .waterfall .plot { height: 2.1rem; position: relative; }
    .waterfall .plot svg { height: 100%; inset: 0; position: absolute; width: 100%; }
    .waterfall .number { font-size: .9rem; padding-left: .7rem; width: 4rem; }
    .waterfall .total th, .waterfall .total .number { font-weight: 700; }
    .loss th, .loss .number { color: var(--loss); }
    .scale { font-size: .78rem; margin: .2rem 0 0; }
    .prospects, .contrary { list-style: none; margin: 0; padding: 0; }
    .prospects li { font-size: .9rem; margin-bottom: .5rem; }
    .prospects .if { color: var(--soft); display: block; line-height: 1.35; }
    .prospects b, .change { font-variant-numeric: tabular-nums; }
    .contrary li { font-size: .9rem; margin-bottom: .3rem; }
    .kind { color: var(--loss); font-weight: 600; }
    .finding {
      background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--gain);
      border-radius: 8px; margin: .7rem 0; padding: .75rem 1rem .7rem;
    }
    .finding.mitigating { border-left-color: var(--loss); }
    .finding.set-aside { border-left-style: dotted; }
    .finding .signal { margin-right: .25rem; }
    .worth { font-variant-numeric: tabular-nums; font-weight: 650; margin-left: auto;
      white-space: nowrap; }
    .case { font-size: .85rem; margin: .15rem 0 .6rem; }
    .quote { margin: .6rem 0; }
    blockquote {
      background: var(--paper); border-left: 3px solid var(--line); border-radius: 0 6px 6px 0;
      margin: 0 0 .3rem; padding: .5rem .8rem; unicode-bidi: isolate; white-space: pre-line;
    }
    blockquote:dir(rtl) { border-left: 0; border-right: 3px solid var(--line); }
    mark { background: var(--mark); border-radius: 2px; color: var(--mark-ink); padding: 0 .1em; }
    mark.actor { background: none; color: inherit; font-weight: 700;
      text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .18em; }
    mark.cue { background: none; color: inherit; text-decoration: underline dotted 2px;
      text-underline-offset: .18em; }
    figcaption { font-size: .85rem; color: var(--soft); }
    figcaption h3 { color: var(--ink); }
    details { font-size: .86rem; margin: .3rem 0; }
    summary { color: var(--link); cursor: pointer; }
    .trail { display: grid; gap: .2rem .9rem; grid-template-columns: max-content 1fr;
      margin: .4rem 0 .2rem; color: var(--ink); }
    .trail dt { color: var(--soft); } .trail dd { margin: 0; min-width: 0; }
    .term { display: inline-block; margin-right: .5rem; } .term code { color: var(--soft); }
    .wide { overflow-x: auto; }
    .list, .factors { font-size: .87rem; }
    .list td:first-child { min-width: 14rem; overflow-wrap: anywhere; }
    .folded .list td:first-child { min-width: 9rem; }
    .list code { white-space: nowrap; }
    .factors th, .factors td {
      border-bottom: 1px solid var(--line); padding: .3rem .8rem .3rem 0; vertical-align: top;
    }
    .factors th { color: var(--soft); font-weight: 500; }
    .day { white-space: nowrap; }
    .limits li { margin-bottom: .3rem; }
    .formula { overflow-x: auto; white-space: pre; }
    @media (max-width: 46rem) {
      body { padding: 1rem .9rem 3rem; }
      h1 { font-size: 1.55rem; }
      .coverage { grid-template-columns: repeat(2, 1fr); }
      .columns { grid-template-columns: 1fr; }
      .companies thead { display: none; }
      .companies tr {
        border-bottom: 1px solid var(--line); display: grid; gap: .3rem .6rem;
        grid-template-columns: 1fr max-content; padding: .7rem 0;
      }
      .companies td, .companies tbody th { border: 0; padding: 0; width: auto; }
      .companies th { grid-column: 1; grid-row: 1; }
      .companies .band-cell { grid-column: 2; grid-row: 1; text-align: right; }
      .companies .score { grid-column: 1 / 3; width: auto; }
      .companies .worst { grid-column: 1 / 3; width: auto; }
      .companies .number { color: var(--soft); font-size: .85rem; text-align: left; }
      .companies .number:last-child { text-align: right; }
      .companies .number::after { content: " " attr(data-label); }
      .meter b { text-align: left; }
      .waterfall th { width: 46%; }
      .trail { grid-template-columns: 1fr; } .trail dt { margin-top: .25rem; }
      .finding { padding: .65rem .75rem; }
      h4 { flex-wrap: wrap; gap: .1rem 1rem; }
    }
    @media print {
      :root {
        color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --soft: #444;
        --line: #bbb; --link: #000; --mark: #fff0b0; --mark-ink: #000; --track: #eee;
        --ghost: #ccc; --gain: #777; --loss: #2f7d6d;
        --l0: #cfe3f3; --l0i: #0e2c45; --l1: #f2e3b0; --l1i: #352900; --l2: #eeae4e;
        --l2i: #241500; --l3: #d2622a; --l3i: #fff; --l4: #8c1727; --l4i: #fff;
      }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      body { font-size: 9.5pt; max-width: none; padding: 0; }
      nav, .contest { display: none; }
      h2, h3, h4, summary { break-after: avoid; }
      .finding, .quote, .coverage, tr, li { break-inside: avoid; }
      .company { break-before: page; }
      details::details-content { content-visibility: visible; display: block; height: auto; }
      details > :not(summary) { display: revert; }
      .wide { overflow: visible; }
    }

    """
}
