#!/usr/bin/env python3
"""Make data/persons.tsv: nouns for what people do for a living, from WordNet 3.0.

usage: tools/make-persons.py [WORDNET]        (default /usr/share/wordnet)

A word counts when its commonest sense is a person and it has no more than two; it is
written in one word of small letters, lies below worker, scholar, artist, leader or the
like, and is not meant to offend.
Words that data/roles.tsv or data/collectives.tsv have are left to them.
"""
import os, re, sys

HERE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
SENSES = 2
RUDE = re.compile('offensive|derogatory|disparag|slur|obscene|vulgar|contempt|insult|pejorative|epithet')
NOT = {'gipsy', 'gypsy', 'tramp', 'slave', 'peon', 'coolie', 'thief', 'robber', 'god', 'angel'}
MORE = {'don', 'appointee', 'head', 'favourite', 'favorite'}  # no roles before a name
PERSON = '18'  # the lexicographers' file noun.person
JOBS = ('worker', 'expert', 'scholar', 'artist', 'leader', 'entertainer', 'creator', 'scientist',
        'engineer', 'contestant', 'preserver', 'serviceman', 'seller', 'maker')
HEAD = '''# Nouns for what people do for a living, beside those of roles.tsv. Made by
# tools/make-persons.py; do not edit by hand. Column: noun, lower case.
#
# Source: WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
# Permission to use, copy, modify and distribute this software and database and its
# documentation for any purpose and without fee or royalty is hereby granted, provided
# that you agree to comply with the following copyright notice and statements, including
# the disclaimer, and that the same appear on ALL copies of the software, database and
# documentation, including modifications that you make for internal use or for
# distribution.
# THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
# REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION,
# PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS
# FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR
# DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER
# RIGHTS.
# The name of Princeton University or Princeton may not be used in advertising or publicity
# pertaining to distribution of the software and/or database. Title to copyright in this
# software, database and any associated documentation shall at all times remain with
# Princeton University and LICENSEE agrees to preserve same.
'''


def load(folder):
    """Synsets by offset: lexicographers' file, words, hypernyms; and the first sense of words."""
    synsets, first = {}, {}
    for line in open(os.path.join(folder, 'data.noun'), encoding='latin1'):
        if line[0] == ' ':
            continue
        f, gloss = line.split('|')[0].split(), line.split('|')[1]
        n = int(f[3], 16)
        words = [f[4 + 2 * i] for i in range(n)]
        at = 4 + 2 * n
        links = [f[at + 1 + 4 * i:at + 5 + 4 * i] for i in range(int(f[at]))]
        synsets[f[0]] = ('' if RUDE.search(gloss) else f[1], words, [x[1] for x in links if x[0] in ('@', '@i')])
    for line in open(os.path.join(folder, 'index.noun'), encoding='latin1'):
        if line[0] != ' ':
            f = line.split()
            if int(f[2]) <= SENSES:
                first[f[0]] = f[-int(f[2])]
    return synsets, first


def above(synsets, at, seen):
    if at not in seen:
        seen.add(at)
        for up in synsets[at][2]:
            above(synsets, up, seen)
    return seen


def column(name):
    path = os.path.join(HERE, 'data', name)
    return {l.split('\t')[0] for l in open(path, encoding='utf8') if l.strip() and l[0] != '#'}


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else '/usr/share/wordnet'
    synsets, first = load(folder)
    known = column('roles.tsv') | column('collectives.tsv')
    rows = []
    for word, at in first.items():
        lex, words, _ = synsets[at]
        if lex != PERSON or word in known or not re.fullmatch(r"[a-z]+(-[a-z]+)*", word):
            continue
        if word not in words or len(word) < 3:  # also written small
            continue
        over = {w for up in above(synsets, at, set()) for w in synsets[up][1]}
        if 'person' in over and over & set(JOBS) and word not in NOT:
            rows.append(word)
    with open(os.path.join(HERE, 'data', 'persons.tsv'), 'w', encoding='utf8') as f:
        f.write(HEAD + ''.join(w + '\n' for w in sorted(rows + list(MORE))))


if __name__ == '__main__':
    main()
