import { CriticalityLevel, type Change } from '@graphql-inspector/core'
import { GraphQLNonNull, isNonNullType, type GraphQLInputType, type GraphQLSchema } from 'graphql'
import { inputAt, isRequired, isSameButForNull, takesAll } from './input-values.ts'
import type { Usage } from './usage.ts'

/** `dangerous`: every request is still answered, but perhaps by what the client did not foresee. */
export type Verdict = 'breaking' | 'dangerous' | 'safe'

/** A client on which the effect of a change is judged. */
export interface Party {
  /** By the schema before the change: no client can use what was not there. */
  readonly usage: Usage
  /** Whether all its requests are valid by the schema after the change. False when its requests are unknown. */
  readonly fits: boolean
  readonly before: GraphQLSchema
  readonly after: GraphQLSchema
}

export type Rule = (change: Change, party: Party) => Verdict

export const never: Rule = () => 'safe'
export const at = ({ path = '' }: Change) => path
export const ownerOf = (coordinate: string) => coordinate.slice(0, coordinate.lastIndexOf('.'))
export const isBreaking = ({ criticality }: Change) => criticality.level === CriticalityLevel.Breaking
const isSafe = ({ criticality }: Change) => criticality.level === CriticalityLevel.NonBreaking

const whereIt =
  (verdict: Verdict) =>
  (hits: (usage: Usage, change: Change) => boolean): Rule =>
  (change, { usage }) =>
    hits(usage, change) ? verdict : 'safe'
export const breaksWho = whereIt('breaking')
export const endangersWho = whereIt('dangerous')

/** A position that variables may fill: a field of an input object that one of them may hold. */
const isHeld = ({ held }: Usage, position: string) => held.has(ownerOf(position))

/** Whether a request may leave a position without a value. */
const mayOmit = (usage: Usage, position: string) =>
  isHeld(usage, position) ||
  usage.omitted.has(position) ||
  (usage.given.get(position)?.some((given) => given.by === 'variable' && given.optional) ?? false)

/** A field of the graph is selected, or an input object is made, in which a new position requires a value. */
const fills = ({ fields, held, written }: Usage, owner: string) =>
  fields.has(owner) || held.has(owner) || written.has(owner)

export const inputAdded: Rule = (change, { usage, after }) =>
  isRequired(inputAt(after, at(change))) && fills(usage, ownerOf(at(change))) ? 'breaking' : 'safe'

export const inputRemoved = breaksWho(
  (usage, change) => usage.given.has(at(change)) || isHeld(usage, at(change)),
)

/** What a variable could send to a position; a null that the position refused is nothing that it now could lose. */
const sendable = (variable: GraphQLInputType, position: GraphQLInputType): GraphQLInputType =>
  isNonNullType(position) && !isNonNullType(variable) ? new GraphQLNonNull(variable) : variable

export const inputTypeChanged: Rule = (change, { usage, fits, before, after }) => {
  const [old, now] = [inputAt(before, at(change)), inputAt(after, at(change))]
  if (!old || !now || isSafe(change)) return 'safe'
  const given = usage.given.get(at(change)) ?? []
  const isRefused = given.some(
    (how) => !fits || (how.by === 'variable' && !takesAll(now.type, sendable(how.type, old.type))),
  )
  if (isRefused || (isHeld(usage, at(change)) && !takesAll(now.type, old.type))) return 'breaking'
  if (usage.omitted.has(at(change)) && isRequired(now)) return 'breaking'
  // What was sent is still taken, but may be taken for a value of another type.
  if (isSameButForNull(now.type, old.type)) return 'safe'
  return given.length > 0 || isHeld(usage, at(change)) ? 'dangerous' : 'safe'
}

export const defaultChanged: Rule = (change, { usage, after }) => {
  if (!mayOmit(usage, at(change))) return 'safe'
  return isRequired(inputAt(after, at(change))) ? 'breaking' : 'dangerous'
}

/** The directive of `@directive` or `@directive.argument`. */
function directiveAt(change: Change): string {
  const [name = ''] = at(change).slice(1).split('.')
  return name
}

/** A directive of the operation itself: validation decides whether it is still allowed as it is there. */
export const directiveNarrowed: Rule = (change, { usage, fits }) =>
  usage.directives.has(directiveAt(change)) && !fits && !isSafe(change) ? 'breaking' : 'safe'

export const directiveDefaultChanged = endangersWho(({ directives }, change) =>
  directives.has(directiveAt(change)),
)

export const rootChanged = (root: string) => breaksWho(({ roots }) => roots.has(root))

/** A type is no longer one of the possible types of another: breaks operations that spread one on the other. */
export const possibleTypeRemoved =
  (typesOf: (change: Change) => readonly [abstract: string, possible: string]): Rule =>
  (change, { usage: { spreads }, fits }) => {
    const [abstract, possible] = typesOf(change)
    const isSpread = spreads.has(`${abstract} ${possible}`) || spreads.has(`${possible} ${abstract}`)
    return isSpread && !fits ? 'breaking' : 'safe'
  }

/** Of the directives on an input object only one restricts what a request may send. */
export const inputObjectDirectiveAdded: Rule = (change, { usage: { held, written }, fits }) => {
  const [name = '', directive] = at(change).split('.')
  if (directive !== '@oneOf') return 'safe'
  return held.has(name) || (written.has(name) && !fits) ? 'breaking' : 'safe'
}
