import type { Random } from '../random.ts'
import { plainField, type Draft } from './draft.ts'
import { LEAVES, wrap } from './make-fields.ts'
import { namedType, type FieldModel, type ObjectModel } from './model.ts'

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

/** Adds fields that require other subgraphs' fields, also such fields themselves. */
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
