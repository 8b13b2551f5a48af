// usage: node check.js SHAPES FRAME NAME...: for each NAME.nq what the second SHACL engine
// objects to, for each NAME.jsonld who says how much in the frame; both as JSON.
const fs = require('fs'), n3 = require('n3'), jsonld = require('jsonld');
const [shapes, frame, ...names] = process.argv.slice(2);
const read = path => fs.readFileSync(path, 'utf8');
const store = path => new n3.Store(new n3.Parser().parse(read(path)));
(async () => {
  const {default: Validator} = await import('rdf-validate-shacl');
  const validator = new Validator(store(shapes));
  const form = JSON.parse(read(frame)), found = {};
  for (const name of names) {
    const report = await validator.validate(store(`${name}.nq`));
    const framed = await jsonld.frame(JSON.parse(read(`${name}.jsonld`)), form, {omitGraph: false,
      documentLoader: u => { throw new Error('asks for ' + u); }});
    found[name] = {
      objections: report.results.map(r => [r.focusNode.value, r.path ? r.path.value : '',
        r.sourceConstraintComponent.value].join(' ')).sort(),
      framed: framed['@graph'].flatMap(a => (a.says || []).map(s => `${a.id} ${s.id} ${s.text}`)).sort(),
    };
  }
  console.log(JSON.stringify(found));
})().catch(e => { console.error(e); process.exit(1); });
