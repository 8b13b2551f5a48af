#!/usr/bin/env python3
"""Makes data/lemmas.tsv: suffix rules for regular inflection, and the words they get wrong.

    tools/make-lemmas.py TREEBANK_DIR WORDNET_DIR > data/lemmas.tsv

TREEBANK_DIR holds UD English EWT and GUM (en_*-ud-train.conllu), WORDNET_DIR WordNet's
database files (Debian: wordnet-base). Pairs of form and lemma are counted in the treebanks
and made from WordNet's words by the rules of English spelling; then, for each class of
inflection, the longest suffix decides: a rule is kept where it is right more often than
the shorter one, a word where the rules are wrong."""
import collections
import pathlib
import re
import sys

WORDNET_WEIGHT = 0.3   # of a form made from WordNet against one seen
IRREGULAR_WEIGHT = 5   # of an irregular verb or adjective of WordNet's lists
RULE_SUPPORT = 2.0     # weight that a suffix rule must gain
RULE_FORMS = 4         # different forms that it must hold for
SUFFIX_MOST = 6        # PRESS_LEMMA_SUFFIX of src/ling/lemma.c
CLASS_OF = {"VBZ": "z", "VBP": "p", "VBD": "d", "VBN": "d", "VBG": "g", "MD": "m",
            "NNS": "n", "NNPS": "n", "PRP$": "q", "JJR": "c", "RBR": "e", "JJS": "s", "RBS": "f"}
RULED = "zdgncs"
RULES_OF = {"e": "c", "f": "s"}  # adverbs follow the adjectives
# Plurals that have no other singular, as the news uses them.
SAME = """people series species headquarters means crossroads barracks aircraft spacecraft sheep deer
police cattle japanese chinese portuguese vietnamese lebanese politics economics athletics mathematics
statistics goods thanks odds proceeds earnings savings premises whereabouts remains surroundings
outskirts trousers glasses troops netherlands philippines maldives bahamas olympics alps balkans
andes clashes""".replace("clashes", "").split()
# What counting gets wrong, and what the treebanks mark as slips.
OWN = """s z be;m p be;freed d free;ve p have;re p be;ll m will;s x 's;fled d flee;fleeing g flee;penned d pen;
lambasted d lambaste;lambasting g lambaste;hashtagged d hashtag;hashtagging g hashtag;quizzes z quiz;
tweeted d tweet;retweeted d retweet;retweeting g retweet;tweeting g tweet;googled d google"""
WORD_CLASS = {"PRON": "r", "DET": "t", "PART": "x", "NOUN": "o", "PROPN": "o", "ADP": "o",
              "ADJ": "o", "ADV": "o"}


def class_of(upos, xpos):
    return CLASS_OF.get(xpos) or WORD_CLASS.get(upos)


def read_treebanks(folder):
    pairs = collections.Counter()
    for path in sorted(pathlib.Path(folder).glob("en_*-ud-train.conllu")):
        for line in path.open(encoding="utf-8"):
            col = line.rstrip("\n").split("\t")
            if len(col) < 6 or not col[0].isdigit() or "Typo=Yes" in col[5]:
                continue
            form = col[1].lower().replace("\u2019", "'")
            lemma = col[2] if col[3] == "PROPN" and col[4] == "NNP" else col[2].lower()
            kind = class_of(col[3], col[4])
            if col[3] == "PROPN" and lemma.lower() == form:
                continue
            if kind and re.fullmatch(r"[a-z'.-]+", form) and re.fullmatch(r"[A-Za-z'.-]+", lemma):
                pairs[kind, form, lemma] += 1
    return pairs


def words(path):
    for line in path.open():
        if line.startswith(" "):
            continue
        cols = line.split()
        if re.fullmatch("[a-z]{2,}", cols[0]):
            tagged = int(cols[4 + int(cols[3]) + 1])
            yield cols[0], 1 + min(tagged, 50) / 50


def plural(w):
    if re.search("(s|x|z|ch|sh)$", w):
        return w + "es"
    return w[:-1] + "ies" if re.search("[^aeiou]y$", w) else w + "s"


def past(w):
    if w.endswith("e"):
        return w + "d"
    return w[:-1] + "ied" if re.search("[^aeiou]y$", w) else w + "ed"


def gerund(w):
    if w.endswith("ie"):
        return w[:-2] + "ying"
    return w[:-1] + "ing" if re.search("[^aeoy]e$", w) else w + "ing"


def read_exceptions(path, regular):
    """WordNet's irregular forms; `regular` tells the class of each."""
    for line in path.open():
        form, lemma = line.split()[:2]
        if re.fullmatch("[a-z]+", form) and re.fullmatch("[a-z]+", lemma):
            yield regular(form), form, lemma


def verb_class(form):
    return "g" if form.endswith("ing") else "z" if form.endswith("s") else "d"


def read_wordnet(folder, pairs):
    folder = pathlib.Path(folder)
    irregular = list(read_exceptions(folder / "verb.exc", verb_class))
    doubled = {(kind, lemma) for kind, _, lemma in irregular}
    made = collections.Counter()
    for kind, form, lemma in irregular:
        made[kind, form, lemma] += IRREGULAR_WEIGHT
    for w, often in words(folder / "index.verb"):
        for kind, make in (("z", plural), ("d", past), ("g", gerund)):
            if (kind, w) not in doubled:
                made[kind, make(w), w] += WORDNET_WEIGHT * often
    for kind, form, lemma in read_exceptions(folder / "noun.exc", lambda f: "n"):
        made[kind, form, lemma] += WORDNET_WEIGHT / 4
    for w, often in words(folder / "index.noun"):
        if not w.endswith("o"):
            made["n", plural(w), w] += WORDNET_WEIGHT / 4 * often
    degree = lambda f: "s" if f.endswith("est") else "c"
    for kind, form, lemma in read_exceptions(folder / "adj.exc", degree):
        made[kind, form, lemma] += WORDNET_WEIGHT
    for key, weight in made.items():
        pairs[key] += weight
    for w in SAME:
        pairs["n", w, w] += 1000
    for entry in OWN.replace("\n", "").split(";"):
        form, kind, lemma = entry.split()
        pairs[kind, form, lemma] += 1000


def edit(form, lemma):
    """The change as (bytes cut, text added)."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return len(form) - same, lemma[same:]


def apply(form, change):
    return form[:len(form) - change[0]] + change[1]


def learn_rules(weights):
    """{suffix: change}, from short suffixes to long ones."""
    rules = {"": (0, "")}
    by_form = collections.defaultdict(list)
    for (form, lemma), weight in weights.items():
        by_form[form].append((lemma, weight))
    for size in range(1, SUFFIX_MOST + 1):
        votes = collections.defaultdict(collections.Counter)
        forms = collections.Counter()
        for form, lemmas in by_form.items():
            if len(form) <= size:
                continue
            for lemma, weight in lemmas:
                change = edit(form, lemma)
                if change[0] <= size:
                    votes[form[-size:]][change] += min(weight, 3)
                    forms[form[-size:], change] += 1
        for suffix, changes in votes.items():
            best, weight = max(changes.items(), key=lambda c: (c[1], c[0]))
            now = find_rule(rules, suffix)
            gain = weight - changes[now]
            if best != now and gain >= RULE_SUPPORT and forms[suffix, best] >= RULE_FORMS:
                rules[suffix] = best
    return rules


def find_rule(rules, form, most=SUFFIX_MOST):
    for size in range(min(len(form), most), -1, -1):
        suffix = form[len(form) - size:]
        if suffix in rules:
            return rules[suffix]


def rule_for(rules, form):
    return find_rule(rules, form, min(SUFFIX_MOST, len(form) - 1))


def weights_of(kind, pairs):
    return {(f, l): n for (k, f, l), n in pairs.items() if k == kind}


def rows_of(kind, pairs, common):
    weights = weights_of(kind, pairs)
    ruled = RULES_OF.get(kind, kind)
    rules = learn_rules(weights_of(ruled, pairs)) if ruled in RULED else {"": (0, "")}
    for suffix, (cut, add) in rules.items():
        if suffix and kind in RULED:
            yield "-" + suffix, kind, "-" + suffix[:len(suffix) - cut] + add
    best = {}
    for (form, lemma), weight in weights.items():
        if weight > best.get(form, ("", 0))[1]:
            best[form] = (lemma, weight)
    for form, (lemma, weight) in best.items():
        seen = weight >= 1 or (weight >= WORDNET_WEIGHT and kind != "n") or lemma in common
        if apply(form, rule_for(rules, form)) != lemma and seen and keep(kind, form, lemma, weight):
            yield form, kind, lemma


def keep(kind, form, lemma, weight):
    """Singletons of the open classes are mostly slips of the pen."""
    return weight >= 4 if kind == "o" else weight > 1 or kind in RULED


def main():
    pairs = collections.Counter()
    pairs.update(read_treebanks(sys.argv[1]))
    common = {l for (_, _, l), n in pairs.items() if n >= 3}
    read_wordnet(sys.argv[2], pairs)
    print("# Base forms: suffix rules (\"-ied d -y\") for regular inflection, then whole words that\n"
          "# the rules get wrong. The longest suffix wins; a whole word wins over any.\n"
          "# Columns: form or suffix, lower case; class; lemma or what the suffix becomes.\n"
          "# Classes: z VBZ, p VBP, d VBD and VBN, g VBG, m MD, n NNS and NNPS, c JJR, e RBR, s JJS,\n"
          "#   f RBS; r pronouns, q PRP$, t determiners, x particles, o all other words.\n"
          "# Source: counted in the training parts of UD English EWT (CC BY-SA 4.0) and GUM, and made\n"
          "#   from the words of WordNet 3.0 (WordNet licence): facts about words, no text of either.\n"
          "#   Made by tools/make-lemmas.py; edit that, not this.")
    rows = {row for kind in "zpdgmncesfrqtxo" for row in rows_of(kind, pairs, common)}
    for row in sorted(rows):
        print("\t".join(row))


if __name__ == "__main__":
    main()
