"""Writes reference.json, what score_ref.py makes of random findings: python3 reference.py > reference.json

Run by hand when the formula or a constant changes. The findings are few of many kinds, so that they
collide: four signals, three cases, four voices.
"""
import json
import random
from datetime import date, timedelta

import score_ref as ref

SEED, CASES = 20261121, 300
FIRST, AS_OF = date(2026, 1, 1), date(2026, 11, 21)
FEW = ["employee-monitoring", "pirated-works", "regulatory-action", "user-content-training"]
VOICES = {"named-a": "1", "named-b": "1", "unknown:c": "0.7", "unknown:d": "0.7"}
FIRM = ["confirmed", "alleged", "planned"]


def finding(dice, signals):
    day = FIRST + timedelta(days=dice.choice([dice.randint(-900, 320), dice.choice([-400, -30, 0, 30, 300])]))
    article, voice = f"a{dice.randint(0, 99)}", dice.choice(sorted(VOICES))
    kind = dice.random()
    if kind < 0.25:
        return ref.Finding("k", dice.choice(sorted(ref.MITIGATION)), article, f"c{dice.randint(0, 3)}", voice,
                           dice.choice(FIRM), day)
    stance = "cleared" if kind < 0.35 else dice.choice(FIRM)
    company = dice.choice(["k", "k", "k", "other"])
    return ref.Finding(company, dice.choice(signals), article, f"c{dice.randint(0, 2)}", voice, stance, day,
                       dice.random() < 0.3, VOICES[voice])


def line(f):
    return "|".join([f.company, f.signal, f.article, f.case, f.voice, f.stance, str(f.day), "denied" if f.denied else ""])


def main():
    dice = random.Random(SEED)
    out = []
    for index in range(CASES):
        signals = FEW if index % 3 else sorted(ref.SEVERITY)
        findings = [finding(dice, signals) for _ in range(dice.randint(0, 18))]
        state = ref.empty()
        for f in findings:
            ref.add(state, f)
        r = ref.score(state, "k", AS_OF)
        digits = lambda x: f"{x:.12f}"
        net = dict(r["net_parts"])
        out.append({
            "findings": [line(f) for f in findings],
            "score": digits(r["score"]), "gross": digits(r["gross"]), "relief": digits(r["relief"]),
            "exposure": r["L_net"], "grossExposure": r["L_gross"],
            "peak": digits(ref.peak(state, "k", AS_OF)),
            "parts": ["|".join([*key, digits(share), digits(net.get(key, 0))]) for key, share in r["parts"]]})
    print("[\n" + ",\n".join(json.dumps(case, separators=(",", ":")) for case in out) + "\n]")


main()
