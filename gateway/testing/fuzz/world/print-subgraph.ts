import type { FieldModel, InterfaceModel, Model, ObjectModel } from './model.ts'

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@interfaceObject"])
scalar Any
enum Mood { CALM WILD SAD }
input Filter { n: Int = 7, s: String, mood: Mood, list: [Int!], inner: Filter }
type Nested @shareable { number: Int! text: String! }
`

/** The parts of its keys that a subgraph has: by field, and for the nested key as a whole. */
const keyNames = (keys: ReadonlySet<string>) =>
  new Set([...keys].flatMap((key) => key.replace(/ \{.*\}/, '').split(' ')))

function printField(field: FieldModel, subgraph: string, kind: ObjectModel['kind']): string {
  const { name, args, type, requires } = field
  const provides = field.provides.get(subgraph)
  const external = field.external.has(subgraph)
  const shared = field.owners.size + field.external.size > 1 && kind !== 'value' && !external
  return [
    `${name}${args}: ${field.looseIn.has(subgraph) ? type.replace(/!$/, '') : type}`,
    external && '@external',
    shared && !requires && '@shareable',
    requires && field.owners.has(subgraph) && `@requires(fields: ${JSON.stringify(requires)})`,
    provides && `@provides(fields: "${provides}")`,
    field.inaccessible && !external && '@inaccessible',
  ]
    .filter(Boolean)
    .join(' ')
}

function fieldsIn(type: ObjectModel, subgraph: string): FieldModel[] {
  const keys = keyNames(type.keys.get(subgraph) ?? new Set())
  return type.fields.filter(
    ({ name, keyPart, owners, external }) =>
      (keyPart && keys.has(name)) || owners.has(subgraph) || external.has(subgraph),
  )
}

function printObject(model: Model, type: ObjectModel, subgraph: string): string {
  const fields = fieldsIn(type, subgraph)
  if (fields.length === 0) return ''
  const implemented = model.interfaces
    .filter(({ home, members }) => home === subgraph && members.includes(type.name))
    .map(({ name }) => name)
  const head = [
    `type ${type.name}`,
    implemented.length > 0 && `implements ${implemented.join(' & ')}`,
    ...[...(type.keys.get(subgraph) ?? [])].map((key) => `@key(fields: "${key}")`),
    type.kind === 'value' && '@shareable',
  ]
  const body = fields.map((field) => `  ${printField(field, subgraph, type.kind)}`)
  return `${head.filter(Boolean).join(' ')} {\n${body.join('\n')}\n}\n`
}

function printInterface({ name, home, fields, asObject }: InterfaceModel, subgraph: string): string {
  if (asObject?.subgraph === subgraph) {
    const body = asObject.fields.map((field) => printField(field, subgraph, 'entity'))
    return `type ${name} @key(fields: "id") @interfaceObject { id: ID! ${body.join(' ')} }\n`
  }
  const key = asObject ? '@key(fields: "id") ' : ''
  return home === subgraph
    ? `interface ${name} ${key}{ ${fields.map((field) => `${field.name}: ${field.type}`).join(' ')} }\n`
    : ''
}

/** Whether a subgraph has a type: it owns a part of it, or one of its fields leads there. */
function hasType(type: ObjectModel, subgraph: string): boolean {
  return type.kind === 'root' || type.kind === 'value' || type.keys.has(subgraph)
}

/** One subgraph's SDL. Types that nothing leads to do no harm: values are shareable and are in every subgraph. */
export function printSubgraph(model: Model, subgraph: string): string {
  const objects = [...model.types.values()]
    .filter((type) => hasType(type, subgraph))
    .map((type) => printObject(model, type, subgraph))
  const interfaces = model.interfaces.map((each) => printInterface(each, subgraph))
  const unions = model.unions
    .filter(({ home }) => home === subgraph)
    .map(({ name, members }) => `union ${name} = ${members.join(' | ')}\n`)
  return [LINK, ...objects, ...interfaces, ...unions].join('')
}
