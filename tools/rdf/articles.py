"""usage: articles.py CASES...: the texts of the case files as NDJSON, with the date, address
and publisher that an archive would give, some of them none that can be used."""
import json, re, sys

DATES = ['2031-05-04', '2031-05-04T10:00:00Z', 'yesterday', '']
URLS = ['https://news.example/a?b=1&c=%s', 'news.example/a', '']
PUBLISHERS = ['Lakes News Agency', 'Harbour & Sons "Gazette"', '']
n = 0
for path in sys.argv[1:]:
    with open(path, encoding='utf8', errors='replace') as f:
        cases = re.split(r'(?m)^== ', f.read())[1:]
    for case in cases:
        title, _, rest = case.partition('\n')
        text = re.split(r'(?m)^---$', rest)[0]
        print(json.dumps({'id': f'case-{n}', 'title': title, 'text': text, 'date': DATES[n % len(DATES)],
                          'url': URLS[n % len(URLS)], 'publisher': PUBLISHERS[n % len(PUBLISHERS)]}))
        n += 1
