"""What the measuring tools share: annotated articles, the program's records of them, and
who agrees with whom. Used by eval-attribution, eval-score and fit-score.

The corpora and the scorer lie in ../shared, outside of the project; our own articles in
tests/corpus. A statement is right when the scorer's `joint` says so: half of the content
words shared with a marked statement (Dice), and the same source.
"""
import json, os, subprocess, sys, tempfile
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

HERE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
SHARED = os.path.join(HERE, '..', 'shared')
PROGRAM = os.path.join(HERE, 'build', 'pressgraph')
SAME = .5  # content Dice from which on two statements are one
sys.dont_write_bytecode = True


def load(name, path):
    """A Python program as a module."""
    loader = SourceFileLoader(name, path)
    module = module_from_spec(spec_from_loader(name, loader))
    loader.exec_module(module)
    return module


def scorer(shared=SHARED):
    return load('score_attribution', os.path.join(shared, 'eval', 'score_attribution.py'))


def read(path):
    with open(path, encoding='utf8') as f:
        return [json.loads(line) for line in f if line.strip()]


def polnear(part, shared=SHARED):
    return read(os.path.join(shared, 'data', 'attribution', f'{part}.jsonl'))


def own(half):
    corpus = load('corpus', os.path.join(HERE, 'tools', 'corpus'))
    return [corpus.load(p) for p in corpus.files([os.path.join(corpus.CORPUS, half)])]


def cue_words(shared=SHARED):
    path = os.path.join(shared, 'data', 'attribution', 'speech_cue_words.txt')
    with open(path, encoding='utf8') as f:
        return {w.strip().lower() for w in f if w.strip()}


def output(program, docs, options):
    """What the program prints of the raw texts, as lines."""
    with tempfile.NamedTemporaryFile('w', suffix='.ndjson', encoding='utf8') as f:
        for d in docs:
            f.write(json.dumps({'id': d['id'], 'text': d['text']}, ensure_ascii=False) + '\n')
        f.flush()
        out = subprocess.run([program, '--from', 'ndjson', *options, f.name],
                             stdout=subprocess.PIPE, check=True).stdout
    return out.decode('utf8').split('\n')[:-1]


def records(program, docs, scope, options=()):
    """Raw texts to records, in order."""
    got = [json.loads(line) for line in
           output(program, docs, ['-t', 'json', '--scope', scope, *options])]
    if len(got) != len(docs):
        sys.exit(f'{len(docs)} texts but {len(got)} records')
    return got


def convert(record):
    """A record's statements in the scorer's format."""
    return [{'source': s['speaker_spans'], 'cue': s['cue_spans'], 'content': s['spans'],
             'speaker': s['speaker_name'] or None, 'type': s['form']}
            for s in record.get('statements', [])]


def judge(score, doc, record, words=None, types=None):
    """(for each statement True, False, or None where it counts neither way; number of
    gold statements). With `words` in the speech scope, as the scorer's --cue-words;
    with `types` only of these forms, as its --types."""
    text = score.Doc(doc['text'])
    gold = [score.Attr(a, text, True) for a in doc['attributions']]
    mine = [score.Attr(a, text, False) for a in convert(record)]
    outside = lambda a: (types and a.type not in types) or (
        words is not None and a.type == 'indirect'
        and not any(text.low[x] in words for x in a.tcue))
    for a in gold + mine:
        a.ignore = a.ignore or outside(a)
    pairs = score.align(gold, mine)
    wanted = {j for i, j, dice in pairs if not gold[i].ignore and dice >= SAME}
    status = [None if (p.ignore and j not in wanted) else False for j, p in enumerate(mine)]
    for i, j, dice in pairs:
        g, p = gold[i], mine[j]
        if g.ignore:
            status[j] = None
        elif dice >= SAME and status[j] is not None:
            status[j] = (score.overlaps(text, g.tsrc, p.tsrc, g.nsrc, p.nsrc)
                         or not (g.src or p.src))
    return status, sum(not g.ignore for g in gold)


def signs(program, docs, scope, got):
    """For each record, for each statement, the signs behind its score."""
    lines = [line.split('\t')[2:] for line in
             output(program, docs, ['-t', 'layers', '--scope', scope])
             if line.startswith('score\t')]
    rows = iter(lines)
    found = [[{k: float(v) for k, v in (x.split('=') for x in next(rows))}
              for _ in r.get('statements', [])] for r in got]
    if next(rows, None) is not None:
        sys.exit('more scores than statements')
    return found
