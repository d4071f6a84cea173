import type { Random } from '../random.ts'
import { plainField, type Draft } from './draft.ts'
import { namedType, type FieldModel, type ObjectModel } from './model.ts'

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
const LEAVES = ['Int', 'Float', 'String', 'Boolean', 'ID', 'Mood', 'Any']
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

/** What a subgraph's field may return: anything that it can speak of. */
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

function wrap(random: Random, name: string): string {
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

/** Values stand whole in each subgraph that speaks of them, so they hold leaves and one another only. */
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

const isLeaf = ({ type }: FieldModel) => LEAVES.includes(namedType(type))

/** Some fields that lead to an entity bring along a leaf that another subgraph answers. */
export function addProvided(random: Random, draft: Draft): void {
  for (const { fields } of draft.types.values())
    for (const field of fields) {
      const target = draft.types.get(namedType(field.type))
      const [owner] = field.owners
      if (target?.kind !== 'entity' || field.owners.size !== 1 || !owner || !random.chance(0.3)) continue
      const candidates = target.fields.filter(
        (each) => each.owners.size > 0 && !each.owners.has(owner) && isLeaf(each) && !each.args,
      )
      if (candidates.length === 0) continue
      const provided = random.pick(candidates)
      provided.external.add(owner)
      field.provides.set(owner, provided.name)
    }
}

const LITERALS: Readonly<Record<string, readonly string[]>> = {
  '(x: Int)': ['', '(x: 1)', '(x: null)'],
  '(x: Int = 3)': ['', '(x: 1)'],
  '(x: Int! = 2, s: String)': ['', '(s: "")'],
  '(x: Int!)': ['(x: 0)'],
  '(mood: Mood = CALM)': ['', '(mood: WILD)'],
  '(filter: Filter)': ['', '(filter: { n: 0 })'],
  '(filter: Filter = { n: 1 })': ['', '(filter: { s: "x" })'],
  '(ids: [ID!], any: Any)': ['', '(ids: ["1", "2"])'],
}

/** A field set for one input, or null when a field below cannot be required. */
function requireOne(random: Random, draft: Draft, type: ObjectModel, field: FieldModel): string | null {
  const at = `${type.name}.${field.name}`
  if (field.args && draft.spoken.has(at)) return null
  draft.spoken.add(at)
  const head = `${field.name}${field.args ? random.pick(LITERALS[field.args] ?? ['']) : ''}`
  const value = draft.types.get(namedType(field.type))
  if (!value) return head
  const below = value.fields.filter((each) => isLeaf(each) && !each.args)
  return below.length > 0
    ? `${head} { ${random
        .some(below, 2)
        .map(({ name }) => name)
        .join(' ')} }`
    : null
}

/** Fields whose answer depends on what other subgraphs know, also on such fields. */
export function addRequired(random: Random, draft: Draft): void {
  for (const type of draft.types.values()) {
    if (type.kind !== 'entity' || type.keys.size < 2) continue
    for (const [at, subgraph] of random.some([...type.keys.keys()], 2).entries()) {
      if (!random.chance(0.7)) continue
      const candidates = type.fields.filter(
        (field) =>
          field.owners.size > 0 &&
          !field.owners.has(subgraph) &&
          !field.failing &&
          (isLeaf(field) || draft.types.get(namedType(field.type))?.kind === 'value'),
      )
      const inputs = random.some(candidates, random.int(1, 3)).map((field) => ({
        field,
        text: requireOne(random, draft, type, field),
      }))
      const usable = inputs.filter(({ text }) => text !== null)
      if (usable.length === 0) continue
      for (const { field } of usable) field.external.add(subgraph)
      const requires = usable.map(({ text }) => text).join(' ')
      const returned = wrap(random, random.pick(LEAVES))
      type.fields.push(plainField(`made${at}`, returned, { owners: [subgraph], requires }))
    }
  }
}
