"""A second implementation of the company score, in the decimals of Python, to compare with.

State is a join-semilattice: merge() is idempotent, commutative, associative; score() is a pure function of it.
All sums run over integers (micro-points), so no result depends on the order of floating-point addition.
"""
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, getcontext, ROUND_HALF_EVEN

getcontext().prec = 34
SCALE = 10 ** 9
D = Decimal

SIGMA = {"confirmed": D("1"), "alleged": D("0.5"), "planned": D("0.3")}   # cleared is handled as relief
RHO_VOICE, RHO_CASE, KAPPA = D("0.35"), D("0.6"), D("0.5")
DENIED, CLEARED, CAP = D("0.85"), D("0.1"), D("0.5")
CATEGORY = {}
SEVERITY = {}
HALF = {}
for cat, h, rows in [
    ("workplace", 365, {"employee-monitoring": 7, "workplace-messages": 7}),
    ("provenance", 730, {"pirated-works": 8, "copyrighted-works": 6, "undisclosed-sources": 5,
                         "model-distillation": 4, "annotation-labour": 7}),
    ("access", 365, {"unauthorised-scraping": 6, "api-paywall": 2, "access-restriction": 3, "usage-based-billing": 2}),
    ("consent", 730, {"user-content-training": 7, "data-sale": 7, "biometric-data": 8, "childrens-data": 9,
                      "sensitive-data": 8, "covert-tracking": 7}),
    ("security", 730, {"data-exposure": 8, "cross-border-transfer": 6, "retention-failure": 6}),
    ("governance", 365, {"regulatory-action": 8, "openness-reversal": 3, "contradicted-statement": 4}),
]:
    for s, v in rows.items():
        CATEGORY[s], SEVERITY[s], HALF[s] = cat, v, h
HALF["regulatory-action"] = 730
MITIGATION = {  # weight, categories it can relieve
    "licensed-data": (D("0.30"), {"provenance", "access"}),
    "consent-offered": (D("0.30"), {"consent", "workplace"}),
    "safeguards-stated": (D("0.15"), {"workplace", "consent", "security"}),
    "practice-ended": (D("0.40"), {"workplace", "provenance", "access", "consent", "security", "governance"}),
}
GRACE = 30      # days: a mitigation relieves what was reported before it, or within this many days after it
UNMITIGABLE = {"regulatory-action"}


@dataclass(frozen=True)
class Finding:
    company: str
    signal: str
    article: str            # content hash
    case: str               # anchor of what happened, a function of this article alone
    voice: str              # publisher group or the outlet it credits, a function of this article alone
    stance: str
    day: date
    denied: bool = False
    weight: str = "1"       # source weight r from the versioned table


def empty():
    return {"risk": {}, "relief": {}, "denied": set(), "cleared": {}}


def add(st, f):
    """Absorb one finding."""
    key = (f.company, f.signal, f.case)
    if f.signal in MITIGATION:
        if f.stance != "cleared":
            k = (f.company, f.signal, f.case, f.stance)
            st["relief"][k] = min(st["relief"].get(k, (f.day, f.article)), (f.day, f.article))
        return st
    if f.denied:
        st["denied"].add(key)
    if f.stance == "cleared":
        st["cleared"][key] = min(st["cleared"].get(key, f.day), f.day)
        return st
    k = key + (f.voice, f.stance, f.weight)
    st["risk"][k] = min(st["risk"].get(k, (f.day, f.article)), (f.day, f.article))
    return st


def merge(a, b):
    out = empty()
    out["denied"] = a["denied"] | b["denied"]
    for name in ("risk", "relief", "cleared"):
        for src in (a, b):
            for k, v in src[name].items():
                out[name][k] = min(out[name].get(k, v), v)
    return out


def decay(days, half):
    return D(2) ** (D(-max(0, days)) / D(half))


def fixed(x):
    return int((x * SCALE).to_integral_value(ROUND_HALF_EVEN))


def points(xs):
    """{signal: {case: {voice: x}}} -> {(signal, case, voice): micro-points}; sorted, so order-free and monotone in every x."""
    out = {}
    for sig, cases in xs.items():
        ranked = []
        for case, vs in cases.items():
            order = sorted(vs, key=lambda v: (-vs[v], v))
            parts = [(v, RHO_VOICE ** j * vs[v]) for j, v in enumerate(order)]
            ranked.append((sum(p for _, p in parts), case, parts))
        ranked.sort(key=lambda r: (-r[0], r[1]))
        for k, (_, case, parts) in enumerate(ranked):
            for v, p in parts:
                out[(sig, case, v)] = fixed(KAPPA * D(SEVERITY[sig]) / 10 * RHO_CASE ** k * p)
    return out


def relief(st, company, sig, day, asof):
    """Share by which the mitigations reported since (day - GRACE) relieve a finding first reported on `day`."""
    if sig in UNMITIGABLE:
        return D(0)
    best = {}
    for (co, mit, _case, stance), (mday, _art) in st["relief"].items():
        mu, cats = MITIGATION[mit]
        if co == company and CATEGORY[sig] in cats and day.toordinal() - GRACE <= mday.toordinal() <= asof.toordinal():
            best[mit] = max(best.get(mit, D(0)), mu * SIGMA[stance])   # one per kind: repeats do not add
    keep = D(1)
    for mit in sorted(best):
        keep *= 1 - best[mit]
    return min(CAP, 1 - keep)


def score(st, company, asof):
    """-> score, gross, relief and the contributions; parts sum to gross, net_parts to score."""
    gx, nx, art_of = {}, {}, {}
    for (co, sig, case, voice, stance, w), (day, art) in sorted(st["risk"].items()):
        if co != company or day > asof:
            continue
        x = SIGMA[stance] * D(w) * decay((asof - day).days, HALF[sig])
        key = (co, sig, case)
        if key in st["denied"] and stance != "confirmed":
            x *= DENIED
        if key in st["cleared"] and day <= st["cleared"][key] <= asof:
            x *= CLEARED
        n = x * (1 - relief(st, company, sig, day, asof))
        g = gx.setdefault(sig, {}).setdefault(case, {})
        m = nx.setdefault(sig, {}).setdefault(case, {})
        g[voice] = max(g.get(voice, D(0)), x)
        if n > m.get(voice, D(-1)):
            m[voice] = n
            art_of[(sig, case, voice)] = (art, stance)
    gp, np_ = points(gx), points(nx)
    L_g, L_n = sum(gp.values()), sum(np_.values())
    f = lambda L: 100 * (1 - (D(-L) / SCALE).exp())
    G, S = f(L_g), f(L_n)
    return {"score": S, "gross": G, "relief": S - G, "L_gross": L_g, "L_net": L_n, "article": art_of,
            "parts": [(k, G * v / L_g) for k, v in sorted(gp.items())] if L_g else [],
            "net_parts": [(k, S * v / L_n) for k, v in sorted(np_.items())] if L_n else []}


BANDS = [(D(10), "A"), (D(25), "B"), (D(50), "C"), (D(75), "D")]


def band(s, articles_read=1):
    if not articles_read:
        return "NR"
    for top, name in BANDS:
        if s < top:
            return name
    return "E"


def peak(st, company, asof, window=730):
    """Highest score at any day of the window; only days on which a finding begins can be a maximum."""
    days = {asof}
    for (co, *_), (day, _a) in st["risk"].items():
        if co == company and 0 <= (asof - day).days <= window:
            days.add(day)
    start = date.fromordinal(asof.toordinal() - window)
    return max(score(st, company, d)["score"] for d in days | {start})
