/** Operations over the library, by what they are about; with variables where they have some. */
export const LIBRARY_CASES: Record<string, string | [string, Record<string, unknown>]> = {
  'one subgraph': '{ books { id title price } }',
  'aliases and arguments':
    '{ a: book(id: "1") { t: title } b: book(id: "2") { title t2: title } none: book(id: "9") { id } }',
  'variables with defaults': ['query ($n: Int! = 2) { books(first: $n) { id } }', {}],
  'variables given': [
    'query ($n: Int!, $id: ID!) { books(first: $n) { id } book(id: $id) { title } }',
    { n: 1, id: '3' },
  ],
  'input objects': ['query ($input: Echo!) { echo(input: $input) }', { input: { numbers: [1, 2] } }],
  'named and nested fragments':
    'query { books { ...B } } fragment B on Book { ...T price author { ...A } } fragment T on Book { title } fragment A on Author { name born }',
  'the same field merged from several places':
    '{ books { author { id } author { born } ...X } } fragment X on Book { author { name } }',
  'fields order across subgraphs': '{ books { stock2: shipping title author { born name } id } }',
  'interface without typename': '{ works { id title } }',
  'interface with typename and conditions':
    '{ works { __typename title ... on Book { price } ... on Film { minutes } } }',
  'interface with fields of another subgraph':
    '{ works { title ... on Book { reviews { text on { title } } } ... on Film { reviews { stars } } } }',
  union: '{ search { ... on Book { title author { born } } ... on Film { m: minutes } } }',
  'union with typename alias': '{ search { kind: __typename ... on Work { id } } }',
  'inaccessible implementation': '{ haunted { title } }',
  'inaccessible implementation with typename': '{ haunted { __typename title } }',
  'inaccessible enum value': '{ mood }',
  'skip and include': [
    'query ($yes: Boolean!, $no: Boolean!) { books { id @skip(if: $yes) title @include(if: $yes) author @include(if: $no) { born } shipping @skip(if: $no) } }',
    { yes: true, no: false },
  ],
  'conditions on root fields': [
    'query ($yes: Boolean! = true) { books @skip(if: $yes) { id } authors @include(if: $yes) { name } }',
    {},
  ],
  'conditions on fragments': [
    'query ($no: Boolean = false) { works { id ... on Book @include(if: $no) { price } ...F @skip(if: $no) } } fragment F on Film { minutes }',
    {},
  ],
  'all skipped': '{ books @skip(if: true) { id } }',
  requires: '{ books { shipping } }',
  provides: '{ books { author { name } } }',
  'two hops': '{ authors { works { shipping author { born } } mentor { name works { title } } } }',
  'parallel roots': '{ books { title } authors { name } featured { plays } }',
  shareable: '{ stats { total label(upper: true) } authors { id } }',
  'interface object with implementation':
    '{ featured { __typename id plays name ... on Song { seconds } } shelf { plays __typename ... on Podcast { host } } }',
  'interface object alone': '{ shelf { id plays } }',
  'error with a code': '{ failing books { id } }',
  'error in an entity, strict field': '{ books { title stock } }',
  'error in an entity of one, strict field': '{ book(id: "2") { title stock } }',
  'error in a nested entity': '{ books { author { name death } } }',
  'error and other subgraph': '{ authors { id death } books { id } }',
  'strict null inside one subgraph': '{ book(id: "1") { broken title } }',
  'strict null inside a joined entity': '{ authors { name works { title broken } } }',
  'root typename': '{ __typename books { __typename id } q: __typename }',
  mutation: 'mutation { rename(id: "1", title: "Brand") { id title author { born } } }',
  'mutation root typename': 'mutation { __typename rename(id: "2", title: "x") { __typename } }',
  'introspection beside data': '{ __type(name: "Book") { name fields { name } } books { id } }',
  'introspection with a variable': [
    'query ($name: String!) { __type(name: $name) { name kind } }',
    { name: 'Mood' },
  ],
  'inaccessible is not in the schema': '{ __type(name: "Ghost") { name } }',
  'proto as response name': '{ books { __proto__: title } }',
  'proto as response name across subgraphs': '{ authors { name works { __proto__: title } } }',
}
