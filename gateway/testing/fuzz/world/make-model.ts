import type { Random } from '../random.ts'
import { addFields } from './make-fields.ts'
import { addProvided, addRequired } from './make-requirements.ts'
import type { InterfaceModel, Model, ObjectModel, UnionModel } from './model.ts'
import { keyFields, plainField, type Draft } from './draft.ts'

const SECOND_KEYS = ['number', 'id text', 'nested { number text }', 'text number']

function makeEntity(random: Random, draft: Draft, name: string): ObjectModel {
  const [home, ...others] = random.some(draft.subgraphs, random.int(1, 3)) as [string, ...string[]]
  const second = random.chance(0.45) ? random.pick(SECOND_KEYS) : undefined
  const keys = new Map([[home, new Set(second ? ['id', second] : ['id'])]])
  for (const subgraph of others) keys.set(subgraph, new Set(second && random.chance(0.4) ? [second] : ['id']))
  return { name, kind: 'entity', fields: keyFields(random, second ?? ''), keys }
}

function makeUnion(random: Random, draft: Draft, name: string): UnionModel | null {
  const home = random.pick(draft.subgraphs)
  const members = [...draft.types.values()]
    .filter(({ kind, keys }) => kind === 'value' || (kind === 'entity' && keys.has(home)))
    .map((type) => type.name)
  return members.length < 2 ? null : { name, home, members: random.some(members, random.int(2, 3)) }
}

/** Implementations share fields that the home subgraph answers; the interface may allow null where they do not. */
function makeInterface(random: Random, draft: Draft, name: string): InterfaceModel | null {
  const home = random.pick(draft.subgraphs)
  const entities = [...draft.types.values()].filter(({ kind, keys }) => kind === 'entity' && keys.has(home))
  if (entities.length < 2) return null
  const members = random.some(entities, random.int(2, 3))
  const shared = `${name.toLowerCase()}Shared`
  for (const member of members)
    member.fields.push(
      plainField(shared, random.chance(0.4) ? 'Int!' : 'Int', {
        owners: [home],
        failing: random.chance(0.1),
      }),
    )
  return {
    name,
    home,
    members: members.map((member) => member.name),
    fields: [
      ...(members.every(({ keys }) => keys.get(home)?.has('id')) ? [{ name: 'id', type: 'ID!' }] : []),
      { name: shared, type: 'Int' },
    ],
  }
}

/** An interface with a key: another subgraph adds fields to all its implementations without knowing them. */
function makeInterfaceObject(random: Random, draft: Draft): InterfaceModel {
  const [home, other] = random.some(draft.subgraphs, 2) as [string, string]
  const members = ['M0', 'M1'].map((name): ObjectModel => {
    const fields = [...keyFields(random, ''), plainField('name', 'String', { owners: [home] })]
    return { name, kind: 'entity', fields, keys: new Map([[home, new Set(['id'])]]) }
  })
  for (const member of members) draft.types.set(member.name, member)
  return {
    name: 'M',
    home,
    members: members.map(({ name }) => name),
    fields: [
      { name: 'id', type: 'ID!' },
      { name: 'name', type: 'String' },
    ],
    asObject: {
      subgraph: other,
      fields: [
        plainField('mPlays', random.pick(['Int', 'Int!', '[String]']), { owners: [other] }),
        plainField('mLabel', 'String', { owners: [other], failing: random.chance(0.2) }),
      ],
    },
  }
}

const present = <Item>(item: Item | null): item is Item => item !== null

/** A type without a key: only the shared root field leads to its parts. */
const partial = (draft: Draft): ObjectModel => ({
  name: 'Viewer',
  kind: 'partial',
  fields: [],
  keys: new Map(draft.subgraphs.map((subgraph) => [subgraph, new Set<string>()])),
})

/** A random graph. Not every one composes: what cannot be satisfied is for composition to refuse. */
export function makeModel(random: Random): Model {
  const subgraphs = ['a', 'b', 'c', 'd'].slice(0, random.int(2, 4))
  const draft: Draft = { subgraphs, types: new Map(), interfaces: [], unions: [], spoken: new Set() }
  for (let at = random.int(1, 2); at > 0; at--)
    draft.types.set(`V${at}`, { name: `V${at}`, kind: 'value', fields: [], keys: new Map() })
  for (let at = random.int(2, 4); at > 0; at--) draft.types.set(`T${at}`, makeEntity(random, draft, `T${at}`))
  if (random.chance(0.6)) draft.types.set('Viewer', partial(draft))
  draft.interfaces.push(...[makeInterface(random, draft, 'I')].filter(present))
  draft.unions.push(...[makeUnion(random, draft, 'U')].filter(present))
  if (random.chance(0.35)) draft.interfaces.push(makeInterfaceObject(random, draft))
  for (const name of ['Query', 'Mutation'])
    draft.types.set(name, { name, kind: 'root', fields: [], keys: new Map() })
  addFields(random, draft)
  addProvided(random, draft)
  addRequired(random, draft)
  return draft
}
