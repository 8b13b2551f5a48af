"""usage: check.py TOP OUT [--record]: validates, frames and queries the graphs in OUT.
--record writes the results of the queries into docs/queries.md."""
import glob, json, os, re, subprocess, sys
import pyoxigraph, pyshacl, rdflib
from rdflib.namespace import RDF, RDFS, SKOS

top, out = sys.argv[1:3]
PG = 'https://w3id.org/pressgraph/ns#'
BASE = 'https://w3id.org/pressgraph/'
SHOWN = 8  # rows of a result in docs/queries.md
WIDE = 70  # characters of a value there
counts = {True: 0, False: 0}


def say(good, what, why=''):
    counts[bool(good)] += 1
    print(f'ok - {what}' if good else f'not ok - {what}: {why}')


def graph(path):
    g = rdflib.Graph()
    g.parse(path, format='nt' if path.endswith('.nq') else 'turtle')
    return g


def read(path):
    with open(f'{top}/{path}', encoding='utf8') as f:
        return f.read()


# ---- SHACL and the frame ----

# What the shapes must object to: one fault each, put into the merged graph.
FAULTS = {
    'a statement without words': ('remove', 'schema:Statement', 'schema:text', None),
    'an end before the start': ('replace', 'oa:TextPositionSelector', 'oa:end', rdflib.Literal(0)),
    'an unknown form of speech': ('replace', 'schema:Statement', 'pg:speechForm', rdflib.URIRef(PG + 'Sung')),
    'an unknown type of event': ('replace', 'schema:Action', 'pg:eventType', rdflib.URIRef(PG + 'Tickle')),
    'two articles of one statement': ('add', 'schema:Statement', 'schema:isPartOf', rdflib.URIRef('urn:x')),
    'a speaker who is no actor': ('add', 'schema:Statement', 'schema:spokenByCharacter', rdflib.URIRef(BASE + 'issue/x')),
    'a country code of three letters': ('replace', 'schema:Country', 'wdt:P297', rdflib.Literal('NOR')),
    'a property that is none of ours': ('add', 'schema:Person', 'schema:birthDate', rdflib.Literal('1950')),
    'an issue without a label': ('remove', 'skos:Concept', 'skos:prefLabel', None),
    'an article without its checksum': ('remove', 'schema:NewsArticle', 'schema:identifier', None),
}
NAMES = dict(schema='http://schema.org/', oa='http://www.w3.org/ns/oa#', pg=PG, wdt='http://www.wikidata.org/prop/direct/',
             skos=str(SKOS))


def iri(short):
    prefix, name = short.split(':')
    return rdflib.URIRef(NAMES[prefix] + name)


def write_faults(good):
    """One file for each fault; their names."""
    names = {}
    for i, (what, (how, kind, path, value)) in enumerate(FAULTS.items()):
        bad, path = graph(good), iri(path)
        subject = min(s for s in bad.subjects(RDF.type, iri(kind)))
        if how != 'add':
            bad.remove((subject, path, None))
        if how != 'remove':
            bad.add((subject, path, value))
        name = f'{out}/fault{i}'
        bad.serialize(f'{name}.nq', format='nt', encoding='utf-8')
        with open(f'{name}.jsonld', 'w') as f:
            f.write('{"@graph": []}')
        names[name] = what
    return names


def objections(data, shapes):
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=False, inference='none')
    sh = rdflib.Namespace('http://www.w3.org/ns/shacl#')
    return sorted(' '.join(str(report.value(r, p) or '') for p in (sh.focusNode, sh.resultPath, sh.sourceConstraintComponent))
                  for r in report.objects(None, sh.result))  # not what lies below as detail


def check_shapes(names):
    shapes = graph(f'{top}/graphs/shapes.ttl')
    faults = write_faults(f'{out}/merged.nq')
    ran = subprocess.run(['node', 'check.js', f'{top}/graphs/shapes.ttl', f'{top}/graphs/frame.jsonld', *names, *faults],
                         cwd=os.path.dirname(out), stdout=subprocess.PIPE, check=True)
    theirs = json.loads(ran.stdout)
    for name in names:
        g, short = graph(f'{name}.nq'), os.path.basename(name)
        ours, other = objections(g, shapes), theirs[name]['objections']
        say(not ours, f'{short}: pyshacl', ours[:3])
        say(not other, f'{short}: rdf-validate-shacl', other[:3])
        said = sorted(f'{who} {s} {g.value(s, iri("schema:text"))}' for s, who in g.subject_objects(iri('schema:spokenByCharacter')))
        framed = [x.replace('wd:', 'http://www.wikidata.org/entity/', 1) if x.startswith('wd:') else x
                  for x in theirs[name]['framed']]
        say(said and sorted(framed) == said, f'{short}: framed by speaker', f'{len(framed)} for {len(said)}')
    for name, what in faults.items():
        ours, other = objections(graph(f'{name}.nq'), shapes), theirs[name]['objections']
        say(ours and ours == other, f'both object to {what}', f'{ours[:2]} {other[:2]}')


# ---- the vocabulary ----

def check_vocabulary(names):
    v = graph(f'{top}/graphs/vocabulary.ttl')
    own = lambda x: isinstance(x, rdflib.URIRef) and str(x).startswith(PG)
    declared = {s for s in v.subjects(RDF.type) if own(s)}
    used = {x for name in names for t in graph(f'{name}.nq') for x in t if own(x)}
    used |= {x for t in v for x in t[1:] if own(x)}
    used |= {x for t in graph(f'{top}/graphs/shapes.ttl') for x in t if own(x)}
    context = json.loads(read('graphs/context.jsonld'))['@context']
    terms = [c if isinstance(c, str) else c['@id'] for c in context.values()]
    used |= {rdflib.URIRef(PG + t[3:]) for t in terms if t.startswith('pg:') }
    used.discard(rdflib.URIRef(PG))
    say(not used - declared, f'{len(used)} terms in use are declared', sorted(used - declared)[:5])
    bare = [s for s in declared if not (v.value(s, RDFS.label) and v.value(s, RDFS.comment))]
    say(not bare, f'{len(declared)} declared terms have label and comment', bare[:5])
    doc = read('docs/vocabulary.md')
    def told(name):
        policy = re.fullmatch(r'Policy(\d+)', name)
        if policy:
            return re.search(rf'(?m)(^|\s){policy[1]} [A-Z]', doc)
        return f'pg:{name}`' in doc or f'| {name.upper()} |' in doc
    missing = sorted(s[len(PG):] for s in declared if not told(s[len(PG):]))
    say(not missing, 'declared terms are told in docs/vocabulary.md', missing)
    topics = {str(n) for s, n in v.subject_objects(SKOS.notation) if 'Policy' in s}
    told_topics = set(re.findall(r'\b(\d+) [A-Z]', doc[doc.index('1 Macroeconomics'):doc.index('## Event types')]))
    say(topics == told_topics, 'as many policy areas as docs/vocabulary.md has', topics ^ told_topics)
    for name in names:
        with open(f'{name}.jsonld', encoding='utf8') as f:
            theirs = json.load(f)['@context']
        if list(theirs.items()) != list(context.items()):
            say(False, 'graphs/context.jsonld is what the program writes', os.path.basename(name))
            break
    else:
        say(True, 'graphs/context.jsonld is what the program writes')
    frame = json.loads(read('graphs/frame.jsonld'))['@context']
    say({k: w for k, w in frame.items() if k != 'says'} == context, 'the frame has that context and `says`')


# ---- the queries ----

def queries():
    """Name, query and what stands below it, for each heading of docs/queries.md."""
    parts = re.split(r'(?m)^## ', read('docs/queries.md'))
    prefixes = re.search(r'```sparql\n(.*?)```', parts[0], re.S)[1]
    for part in parts[1:]:
        name = part.split('\n', 1)[0]
        query = re.search(r'```sparql\n(.*?)```', part, re.S)
        if query:
            yield name, prefixes + query[1]


def of_rdflib(g, query):
    result = g.query(query)
    def value(x):
        return None if x is None else (str(x), getattr(x, 'language', None), str(getattr(x, 'datatype', None) or ''))
    return [str(v) for v in result.vars], [[value(x) for x in row] for row in result]


def of_oxigraph(store, query):
    result = store.query(query)
    plain = ('http://www.w3.org/2001/XMLSchema#string', str(RDF.langString))
    def value(x):
        if x is None or isinstance(x, pyoxigraph.NamedNode):
            return x and (x.value, None, '')
        return x.value, x.language, '' if x.datatype.value in plain else x.datatype.value
    return [v.value for v in result.variables], [[value(x) for x in row] for row in result]


def short(x):
    if x is None:
        return ''
    s = x[0]
    for prefix, full in list(NAMES.items()) + [('wd', 'http://www.wikidata.org/entity/')]:
        if s.startswith(full):
            return s.replace(full, prefix + ':')
    s = re.sub(r'^' + BASE + r'article/(\w{6})\w+', r'…\1', s).replace('|', '\\|')
    return s if len(s) <= WIDE else s[:WIDE].rsplit(' ', 1)[0] + ' …'


def table(columns, rows):
    lines = ['| ' + ' | '.join(columns) + ' |', '|' + '---|' * len(columns)]
    lines += ['| ' + ' | '.join(short(x) for x in row) + ' |' for row in rows[:SHOWN]]
    if len(rows) > SHOWN:
        lines.append(f'\nThe first {SHOWN} of {len(rows)} rows.')
    return '\n'.join(lines) + '\n'


def check_queries(record):
    g = graph(f'{out}/merged.nq')
    store = pyoxigraph.Store()
    store.load(path=f'{out}/merged.nq', format=pyoxigraph.RdfFormat.N_QUADS)
    doc, n = read('docs/queries.md'), 0
    for name, query in queries():
        n += 1
        columns, rows = of_rdflib(g, query)
        other_columns, others = of_oxigraph(store, query)
        alike = columns == other_columns and rows == others
        odd = [(a, b) for a, b in zip(rows, others) if a != b][:1]
        say(alike and rows, f'{name}: {len(rows)} rows', f'{len(rows)} and {len(others)} rows {odd}')
        begin = doc.index(f'## {name}\n')
        begin = doc.index('```\n', doc.index('```sparql', begin)) + 4
        end = doc.find('\n## ', begin)
        end = len(doc) if end < 0 else end
        doc = doc[:begin] + '\n' + table(columns, rows) + doc[end:]
    say(n == 12, f'{n} queries in docs/queries.md', 'there should be twelve')
    if record:
        with open(f'{top}/docs/queries.md', 'w', encoding='utf8') as f:
            f.write(doc)
    elif doc != read('docs/queries.md'):
        # Results follow every change of the analysis: not a fault of the queries.
        print('# docs/queries.md shows older results: tools/check-rdf --record writes them anew')


names = sorted(p[:-3] for p in glob.glob(f'{out}/*.nq') if 'fault' not in p)
check_vocabulary(names)
check_shapes(names)
check_queries('--record' in sys.argv)
print(f'{counts[True]} passed, {counts[False]} failed')
sys.exit(1 if counts[False] else 0)
