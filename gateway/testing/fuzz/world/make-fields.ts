import type { Random } from '../random.ts'
import { plainField, type Draft } from './draft.ts'
import type { FieldModel, ObjectModel } from './model.ts'

/** Few names for many fields, so that one name has several types; some are hard on a gateway. */
const NAMES = [
  'name',
  'size',
  'kind',
  'errors',
  'data',
  'constructor',
  'label',
  'then',
  'value',
  'extensions',
]
export const LEAVES = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Mood', 'Any']
const ARGUMENTS = [
  '(x: Int)',
  '(x: Int = 3)',
  '(x: Int! = 2, s: String)',
  '(x: Int!)',
  '(mood: Mood = CALM)',
  '(filter: Filter)',
  '(filter: Filter = { n: 1 })',
  '(ids: [ID!], any: Any)',
]

/** Names that a type has no field of yet, in random order. */
function freshNames(random: Random, { fields }: ObjectModel, count: number): string[] {
  const used = new Set(fields.map(({ name }) => name))
  return random.some(
    NAMES.filter((name) => !used.has(name)),
    count,
  )
}

/** A type that a subgraph's field may return: one of those that the subgraph has. */
function returnable(random: Random, { types, interfaces, unions }: Draft, subgraph: string): string {
  if (random.chance(0.5)) return random.pick(LEAVES)
  const abstract = [...interfaces, ...unions].filter(({ home }) => home === subgraph)
  const asObjects = interfaces.filter(({ asObject }) => asObject?.subgraph === subgraph)
  if (random.chance(0.4) && abstract.length + asObjects.length > 0)
    return random.pick([...abstract, ...asObjects]).name
  const isHidden = ({ name }: ObjectModel) =>
    interfaces.some(({ asObject, members }) => asObject?.subgraph === subgraph && members.includes(name))
  const objects = [...types.values()].filter((type) => ['entity', 'value'].includes(type.kind))
  const object = random.pick(objects.filter((type) => !isHidden(type)))
  if (object.kind === 'entity' && !object.keys.has(subgraph)) object.keys.set(subgraph, new Set(['id']))
  return object.name
}

export function wrap(random: Random, name: string): string {
  const strict = (type: string) => (random.chance(0.35) ? `${type}!` : type)
  let type = strict(name)
  for (const probability of [0.35, 0.2]) {
    if (!random.chance(probability)) break
    type = strict(`[${type}]`)
  }
  return type
}

interface Place {
  readonly name: string
  readonly owners: readonly string[]
  readonly root: boolean
}

function makeField(random: Random, draft: Draft, { name, owners, root }: Place): FieldModel {
  const [first = ''] = owners
  const alone = owners.length === 1
  const returned = alone ? returnable(random, draft, first) : random.pick([...LEAVES, 'V1'])
  const field = plainField(name, wrap(random, returned), {
    owners,
    args: random.chance(0.3) ? random.pick(ARGUMENTS) : '',
    inaccessible: !root && random.chance(0.06),
    failing: random.chance(0.06),
  })
  if (!alone && !field.failing && field.type.endsWith('!') && random.chance(0.5)) field.looseIn.add(first)
  return field
}

/** Every subgraph with a value type has all its fields, so they hold only leaves and other values. */
function addValueFields(random: Random, draft: Draft): void {
  const values = [...draft.types.values()].filter(({ kind }) => kind === 'value')
  for (const [at, value] of values.entries())
    for (const name of freshNames(random, value, random.int(2, 4))) {
      const inner = at > 0 && random.chance(0.25) ? 'V1' : random.pick(LEAVES)
      // The last one made is V1: nothing can hold itself.
      const type = wrap(random, inner === value.name || value.name === 'V1' ? random.pick(LEAVES) : inner)
      const args = random.chance(0.15) ? random.pick(ARGUMENTS) : ''
      value.fields.push(plainField(name, type, { owners: draft.subgraphs, args }))
    }
}

export function addFields(random: Random, draft: Draft): void {
  addValueFields(random, draft)
  for (const type of draft.types.values()) {
    if (type.kind === 'value') continue
    const homes = type.kind === 'root' ? draft.subgraphs : [...type.keys.keys()]
    for (const home of homes) {
      if (type.name === 'Mutation' && random.chance(0.6)) continue
      for (const name of freshNames(random, type, random.int(1, type.name === 'Query' ? 3 : 2))) {
        const partner = type.name !== 'Mutation' && random.chance(0.2) ? random.some(homes, 1) : []
        const owners = [...new Set([home, ...partner])]
        type.fields.push(makeField(random, draft, { name, owners, root: type.kind === 'root' }))
      }
    }
  }
  addRoots(random, draft)
}

/** Every entity can be reached from the root, and the partial type from each subgraph that has a part. */
function addRoots(random: Random, draft: Draft): void {
  const query = draft.types.get('Query')
  for (const { name, kind, keys } of draft.types.values()) {
    if (kind === 'entity' && random.chance(0.7))
      query?.fields.push(
        plainField(`all${name}`, wrap(random, `[${name}]`), { owners: [random.pick([...keys.keys()])] }),
      )
    if (kind === 'partial')
      query?.fields.push(
        plainField('viewer', random.pick(['Viewer', 'Viewer!', '[Viewer]']), { owners: [...keys.keys()] }),
      )
  }
}
