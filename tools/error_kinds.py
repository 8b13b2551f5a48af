"""Sorts the errors of who-said-what into kinds, by rules over gold, output and parse:
tools/eval-attribution --kinds. One statement may have several: missed or spurious, or
else any of source, border, form, speaker.
"""
import os, re
from collections import Counter

import measured

PRONOUNS = set('he she they it we i you him her them us me his their its one'.split())
RELATIVE = set('who which that whom whose'.split())
BODY = re.compile(r'\b(party|committee|department|ministry|office|council|company|campaign|union|group|'
                  r'police|government|agency|bank|court|board|times|post|news|house|university|'
                  r'institute|association|bureau|administration|team)\b', re.I)


def cue_table():
    """(lemma, part of speech) to class, from data/cues.tsv."""
    found = {}
    with open(os.path.join(measured.HERE, 'data', 'cues.tsv'), encoding='utf8') as f:
        for line in f:
            if not line.startswith('#'):
                row = line.rstrip('\n').split('\t')
                found.setdefault((row[0], row[1]), row[2])
    return found


class Parse:
    """Tokens of one document, from `-t layers`."""

    def __init__(self, program, doc):
        rows = [line.split('\t') for line in measured.output(program, [doc], ['-t', 'layers'])]
        tokens = [r for r in rows if r[0] == 'token']
        starts = sorted(int(r[1]) for r in rows if r[0] == 'sentence')
        self.at, first = [], 0
        for k, r in enumerate(tokens):
            begin, end, head = int(r[7]), int(r[8]), int(r[5])
            if begin in starts:
                first = k
            self.at.append((begin, end, r[1], r[2], r[4], r[6], first + head - 1 if head else None))

    def inside(self, spans):
        """Indices of the tokens that meet the spans."""
        return [k for k, t in enumerate(self.at) if any(t[0] < e and b < t[1] for b, e in spans)]

    def top(self, indices):
        """The first of the tokens whose head is none of them."""
        mine = set(indices)
        for k in indices:
            if self.at[k][3] != 'PUNCT' and self.at[k][6] not in mine:
                return self.at[k]
        return None


def cue_class(table, parse, spans):
    """What kind of reporting words these are."""
    if not spans:
        return 'no cue'
    tokens = [parse.at[k] for k in parse.inside(spans)]
    best = None
    for pos, tag in (('verb', 'VERB'), ('noun', 'NOUN')):
        for t in tokens:
            if t[3] == tag and (t[4], pos) in table:
                best = best or f'{pos}, {table[t[4], pos]}'
    if best:
        return best
    if any(t[2] == 'according' for t in tokens):
        return '"according to"'
    if not any(t[3] in ('VERB', 'NOUN') for t in tokens):
        return 'a mark or small words'
    return 'a word in no table'


def source_kind(text, spans):
    words = ' '.join(text[b:e] for b, e in spans)
    low = re.findall(r'\w+', words.lower())
    if not low:
        return 'none'
    if len(low) == 1 and low[0] in RELATIVE:
        return 'a relative pronoun'
    if len(low) == 1 and low[0] in PRONOUNS:
        return 'a pronoun'
    if ' and ' in words and len(low) > 3:
        return 'joined by "and"'
    if BODY.search(words):
        return 'a body'
    if re.search(r'[A-Z]\w+ [A-Z]\w+', words):
        return 'a full name'
    return 'a name or place' if re.search(r'(?<!^)[A-Z]|^[A-Z]\w+$', words) else 'a role or other noun'


def edge(parse, lost, kept, place):
    """One border that differs: what was lost of the gold content, or kept beyond it."""
    what, indices = ('lost', lost) if lost else ('kept', kept)
    top = parse.top(indices)
    if top is None:
        return None
    clause = place == 'end' and top[3] in ('VERB', 'AUX') and len(indices) > 3
    return f'border: {"a clause" if clause else "words"} {what} at the {place} ({top[5]})'


def borders(parse, gold, mine):
    g, p = set(gold), set(mine)
    word = lambda k: parse.at[k][3] != 'PUNCT' and parse.at[k][2] != 'that'
    for place, outside in (('begin', lambda k, s: k < min(s)), ('end', lambda k, s: k > max(s))):
        lost = [k for k in gold if outside(k, p) and word(k)]
        kept = [k for k in mine if outside(k, g) and word(k)]
        if lost or kept:
            yield edge(parse, lost, kept, place)
    inner = [k for k in sorted(g ^ p) if word(k) and min(g & p) < k < max(g & p)] if g & p else []
    if inner:
        yield 'border: a piece inside ' + ('lost' if inner[0] in g else 'kept')


def spurious(table, parse, p, gold):
    cue = set(parse.inside(p['cue_spans']))
    for a in gold:
        if cue & set(parse.inside(a['cue'])):
            return 'found, but less than half of the content shared'
    if not cue:
        return 'spurious: a quotation without cue'
    return 'spurious: ' + cue_class(table, parse, p['cue_spans'])


def missed(table, parse, a, gold, mine):
    cue = set(parse.inside(a['cue']))
    if cue and any(cue & set(parse.inside(p['cue_spans'])) for p in mine):
        return None  # told from the other side
    if cue and any(b is not a and cue <= set(parse.inside(b['content'])) for b in gold):
        return 'missed: inside the content of another'
    return 'missed: ' + cue_class(table, parse, a['cue'])


def speaker(doc, a, p):
    """Our own articles only: they have canonical names."""
    if 'names' not in a:
        return None
    corpus = measured.load('eval_corpus', os.path.join(measured.HERE, 'tools', 'eval-corpus'))
    if corpus.speaker_right(doc['text'], a, p):
        return None
    if p['speaker_name'] is None:
        return 'speaker: none given, source ' + source_kind(doc['text'], a['source'])
    if None in a['names']:
        return 'speaker: a name where the article gives none'
    return 'speaker: another name, source ' + source_kind(doc['text'], a['source'])


def compare(doc, parse, score, a, p, pair):
    """Kinds of error of a pair."""
    text, g, m = pair
    if not (score.overlaps(text, g.tsrc, m.tsrc, g.nsrc, m.nsrc) or not (g.src or m.src)):
        kind = source_kind(doc['text'], a['source'])
        yield f'source: is {kind}' + (', none given' if not m.src else ', another given')
    if g.ncon != m.ncon:
        yield from borders(parse, parse.inside(a['content']), parse.inside(p['spans']))
    if g.type != p['form']:
        yield f'form: {p["form"]} instead of {g.type}'
    yield speaker(doc, a, p)


def of_document(program, score, table, words, doc, record):
    parse, text = Parse(program, doc), score.Doc(doc['text'])
    statements, gold = record.get('statements', []), doc['attributions']
    outside = lambda x: x.type == 'indirect' and not any(text.low[t] in words for t in x.tcue)
    G = [score.Attr(a, text, True) for a in gold]
    P = [score.Attr(a, text, False) for a in measured.convert(record)]
    if 'kind' not in doc:  # the speech scope, as the scorer has it
        for x in G + P:
            x.ignore = x.ignore or outside(x)
    same = [(i, j) for i, j, dice in score.align(G, P) if dice >= measured.SAME]
    right, wrong = {i for i, _ in same}, {j for _, j in same}
    for i, j in same:
        if not G[i].ignore:
            yield from compare(doc, parse, score, gold[i], statements[j], (text, G[i], P[j]))
    for i, a in enumerate(gold):
        if i not in right and not G[i].ignore:
            yield missed(table, parse, a, gold, statements)
    for j, p in enumerate(statements):
        if j not in wrong and not P[j].ignore:
            yield spurious(table, parse, p, gold)


def table(program, shared, most=20):
    """Prints the commonest kinds, with their counts in PolNeAR dev and in our own articles."""
    score, words = measured.scorer(shared), measured.cue_words(shared)
    cues, counts = cue_table(), []
    for docs in (measured.polnear('polnear-dev', shared), measured.own('train')):
        got = Counter()
        for doc, record in zip(docs, measured.records(program, docs, 'speech')):
            got.update(k for k in of_document(program, score, cues, words, doc, record) if k)
        counts.append(got)
    both = counts[0] + counts[1]
    print(f'== kinds of error: {sum(both.values())} errors of {len(both)} kinds '
          '(PolNeAR dev, own articles train)')
    for kind, n in sorted(both.items(), key=lambda x: (-x[1], x[0]))[:most]:
        print(f'{n:5d}{counts[0][kind]:5d}{counts[1][kind]:5d}  {kind}')
