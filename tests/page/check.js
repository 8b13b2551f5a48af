// The page of -t html in a real browser: what a reader can do with it, with mouse and
// keyboard, and that text from an article is never run.
// usage: node check.js FOLDER CHROMIUM SHOTS
const {chromium} = require('playwright-core'), path = require('path');
const [folder, browser, shots] = process.argv.slice(2);
let bad = 0, good = 0;
function is(what, a, b) {
  if (JSON.stringify(a) === JSON.stringify(b)) { good++; console.log(`ok - ${what}`); }
  else { bad++; console.log(`not ok - ${what}: ${JSON.stringify(a)} is not ${JSON.stringify(b)}`); }
}
async function open(b, name, options = {}) {
  const page = await (await b.newContext({viewport: {width: 1300, height: 900}, ...options})).newPage();
  page.trouble = [];
  page.on('pageerror', e => page.trouble.push(String(e)));
  page.on('dialog', d => { page.trouble.push('dialog'); d.dismiss(); });
  page.on('console', m => { if (m.type() === 'error') page.trouble.push(m.text()); });
  page.on('request', r => { if (!r.url().startsWith('file:')) page.trouble.push('asks for ' + r.url()); });
  await page.goto('file://' + path.join(folder, name + '.html'));
  return page;
}
const found = page => page.locator('#found').innerText();
(async () => {
  const b = await chromium.launch({executablePath: browser, args: ['--no-sandbox']});
  let page = await open(b, 'mackerel-talks');
  is('the headline', await page.locator('h1').innerText(), 'Norway threatens sanctions as mackerel talks collapse');
  is('the whole article is there', (await page.locator('#text').innerText()).includes('two officials said'), true);
  const first = page.locator('#text .said').first();
  await first.click();
  is('a click on a statement shows its speaker', await page.locator('#card h2').innerText(), 'Norway');
  await page.keyboard.press('Escape');
  is('Escape closes it', await page.locator('#card').innerText(), '');
  await page.locator('#text .said').nth(1).focus();
  await page.keyboard.press('Enter');
  is('so does Enter on the next', await page.locator('#card h2').innerText(), 'Kari Solheim');
  await page.selectOption('#f-speaker', {label: (await page.locator('#f-speaker option').allInnerTexts()).find(t => t.startsWith('Kari'))});
  is('a speaker alone', await found(page), '3 of 14 statements');
  is('the others are dim', await page.locator('#text .said:not(.dim)').count() < await page.locator('#text .said').count(), true);
  is('in the picture too', await page.locator('#picture g.faint').count() > 0, true);
  await page.screenshot({path: path.join(shots, 'speaker.png')});
  await page.locator('button[type=reset]').click();
  await page.waitForTimeout(50);
  is('all again', await found(page), '14 of 14 statements');
  await page.fill('#f-words', 'tariff');
  is('words', await found(page), '1 of 14 statements');
  await page.fill('#f-words', '');
  await page.locator('#picture g.node.issue').first().click();
  is('a click on an issue of the picture filters', (await found(page)) !== '14 of 14 statements', true);
  await page.locator('button[type=reset]').click();
  await page.waitForTimeout(50);
  await page.locator('#picture g.node.statement').first().click();
  is('a click on a statement of the picture finds it in the text', await page.locator('#text .said.on').count() > 0, true);
  is('no trouble', page.trouble, []);
  const sizes = await page.locator('a.skip, label, main, header, [role=status], [aria-live]').count();
  is('landmarks and labels', sizes > 8, true);
  page = await open(b, 'hostile');
  is('text of the article is not run', page.trouble, []);
  is('but shown', (await page.locator('#text').innerText()).includes('<script>alert(1)</script>'), true);
  page = await open(b, 'merged', {colorScheme: 'dark'});
  is('a corpus has tables', await page.locator('#issues table tbody tr').count() > 3, true);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  is('dark where the reader wants it', paper, 'rgb(22, 24, 26)');
  await page.locator('#issues thead button').first().click();
  is('a click on an issue filters', /^[1-9][0-9]? of /.test(await found(page)), true);
  await page.screenshot({path: path.join(shots, 'corpus.png')});
  is('no trouble in the corpus', page.trouble, []);
  page = await open(b, 'mackerel-talks', {viewport: {width: 400, height: 800}});
  is('fits a narrow screen', await page.evaluate(() => document.documentElement.scrollWidth <= 400), true);
  await b.close();
  console.log(`${good} passed, ${bad} failed`);
  process.exit(bad ? 1 : 0);
})().catch(e => { console.log('not ok - ' + e); process.exit(1); });
