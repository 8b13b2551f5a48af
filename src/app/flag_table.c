/** Every option once: its name, its words for --help and the manual, and what it
 *  sets. */
#include "app/flag_table.h"

#include "app/flag_set.h"

static const char out[] = "What to write", in[] = "What to read", find[] = "What to find",
                  run[] = "How to run";

const app_flag app_flag_table[] = {
    {out, 't', "to", "FORMAT[,FORMAT]",
     "text (who said what, to read; the default), dot, jsonld,\n"
     "json (one record a line), svg, png, pdf, nquads, turtle,\n"
     "graphml, gexf, cytoscape, csv, neo4j, html (a page to\n"
     "explore in a browser), layers",
     "Several formats need a directory to go to.\n"
     "csv is two tables, NAME.nodes.csv and NAME.edges.csv; neo4j is the same with the "
     "headers that neo4j-admin wants.\ncsv-nodes, csv-edges, neo4j-nodes and neo4j-edges "
     "are one table alone.\n"
     "layers shows every stage of the analysis as plain lines, for debugging.",
     app_set__to},
    {out, 'o', "output", "PATH",
     "a file (its ending tells the format), or a directory (dot and\n"
     "jsonld for each article unless -t says otherwise)",
     "A path is taken for a directory when it is one, when it ends in a slash, or when "
     "there is no -t and its ending tells no format.\nFiles appear whole or not at all.",
     app_set__output},
    {out, 'm', "merge", NULL, "one graph over all articles, not one for each", NULL,
     app_set__merge},
    {out, 0, "base", "IRI", "begin of the IRIs it mints [https://w3id.org/pressgraph/]",
     NULL, app_set__base},
    {out, 0, "top", "N",
     "draw the N statements that tell most; 0 draws all [30 for one\n"
     "article, 12 more for each further one]",
     "In DOT and pictures.\nEach speaker's first statement comes first, then what is "
     "quoted and what the article's main issues hang on; the rest is counted beside its "
     "speaker.\nWithout it, graphs of over 700 statements and speakers are summed up.",
     app_set__top},
    {out, 0, "focus", "NAME",
     "draw only what has to do with this speaker, country or issue",
     "A name as it is drawn, another form of it, or a country's code; upper and lower "
     "case "
     "are one.",
     app_set__focus},
    {out, 0, "theme", "THEME", "colours: light, dark or print (black and white) [light]",
     NULL, app_set__theme},
    {out, 0, "layout", "ENGINE",
     "Graphviz's engine: dot, neato, fdp, sfdp, circo, twopi [dot]", NULL,
     app_set__layout},
    {out, 0, "dot-style", "full|plain",
     "plain: DOT without HTML labels, clusters and ports, for tools\n"
     "that read no more [full]",
     NULL, app_set__dot_style},
    {in, 0, "from", "text|ndjson",
     "how to read the input [by its ending: .ndjson and .jsonl are\n"
     "NDJSON, the rest is text]",
     "NDJSON has one object a line: text is needed; id, title, date, url and publisher "
     "are used where given.",
     app_set__from},
    {in, 0, "files-from", "LIST",
     "read the articles named in LIST too, a file or folder a line\n"
     "(- is standard input)",
     NULL, app_set__files_from},
    {in, '0', "null", NULL, "names in LIST end in NUL bytes, as find -print0 writes them",
     NULL, app_set__null},
    {in, 0, "shard", "K/N", "only every Nth article, from the Kth on",
     "Articles are counted over all inputs, so that the N shards together are the whole: "
     "for job arrays.",
     app_set__shard},
    {find, 0, "scope", "speech|all",
     "what counts as a statement: what was put into words [speech],\n"
     "or beliefs and intentions too",
     NULL, app_set__scope},
    {find, 0, "min-score", "X",
     "leave out what is less probably right than X, from 0 to 1 [0]", NULL,
     app_set__min_score},
    {find, 0, "gazetteer", "FILE",
     "names of your own: lines of type, name, aliases, IRI, country,\n"
     "divided by tabs",
     "They override what it would make of these words itself; see\n"
     ".Sx GAZETTEER .",
     app_set__gazetteer},
    {run, 'j', "jobs", "N",
     "worker threads [the cores]; the output does not depend on it", NULL, app_set__jobs},
    {run, 0, "skip-existing", NULL,
     "leave out articles whose output files are there already",
     "A run that was interrupted goes on where it stopped.\nWhere the output is one "
     "file, "
     "there is nothing to do when it exists.",
     app_set__skip_existing},
    {run, 0, "errors", "fail|warn",
     "exit with 1 when articles failed [fail], or with 0 all the\n"
     "same: they are reported either way",
     NULL, app_set__errors},
    {run, 0, "line-buffered", NULL, "write every record as soon as it is there",
     "Without it, records are gathered while more input is at hand.",
     app_set__line_buffered},
    {run, 0, "progress", "HOW",
     "auto (a line on a terminal), none, line or json (an object\n"
     "a second on standard error) [auto]",
     NULL, app_set__progress},
    {run, 'q', "quiet", NULL, "say only what failed", NULL, app_set__quiet},
    {run, 'v', "verbose", NULL, "say what was found in each article", NULL,
     app_set__verbose},
    {run, 0, "color", "WHEN", "colour messages: auto, always or never [auto]",
     "auto means when standard error is a terminal and NO_COLOR is not set.",
     app_set__color},
    {run, 0, "version", NULL, "print the version", NULL, app_set__version},
    {run, 'h', "help", NULL, "print this", NULL, app_set__help},
    {run, 0, "help-completion", "SHELL", "print completions for bash, zsh or fish", NULL,
     app_set__complete},
    {NULL, 0, "help-mdoc", NULL, "the option list for the manual", NULL, app_set__mdoc},
};
const size_t app_n_flags = sizeof app_flag_table / sizeof *app_flag_table;
