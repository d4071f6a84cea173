import { isCompositeType, isNonNullType, isObjectType, type GraphQLCompositeType } from 'graphql'
import { getOwn, isJsonObject, setOwn, type JsonObject } from '../json/json.ts'
import { Opaque } from '../json/opaque.ts'
import type { NameOf } from '../subgraph/planner-aliases.ts'
import type { Cause } from './cause.ts'
import { collectFields, type Conditions, type PlacedSet } from './collect-fields.ts'
import { compositeOf, setsOf, typeOf } from './field-type.ts'

/** What one fetch was to give of an object, or of each object in a list, and did not. */
export interface Loss {
  readonly cause: Cause
  readonly conditions: Conditions
  readonly nameOf: NameOf
  /** What was asked of the object; empty for a leaf. */
  readonly sets: readonly PlacedSet[]
  /** The type of an object that does not say its own; null for a leaf. */
  readonly type: GraphQLCompositeType | null
  /** Whether the value, where nobody else gave a part of it, is null by an error from within it. */
  readonly isExplained?: boolean
  /** Where below the object it is, by names; the object itself when not given. */
  readonly below?: readonly string[]
}

/** A placeholder among fetched values for one that did not come. Several fetches may each have lost a part. */
export class Lost extends Opaque {
  readonly losses: [Loss, ...Loss[]]

  constructor(...losses: [Loss, ...Loss[]]) {
    super()
    this.losses = losses
  }

  /** What was to be asked for by what is lost here, should another subgraph give an object in its place. */
  loseMore(loss: Loss): void {
    this.losses.push(loss)
  }

  /** Tells why it is null at its place in the client's answer: a field has one error. */
  tell(path: readonly (string | number)[]): void {
    const [{ cause, isExplained }] = this.losses
    if (!isExplained) cause.tell(path)
  }
}

function typeFor(object: JsonObject, { type, conditions }: Loss) {
  const name = object['__typename']
  const own = typeof name === 'string' ? conditions.schema.getType(name) : undefined
  if (isCompositeType(own)) return { type: own, exact: true }
  return type && { type, exact: isObjectType(type) }
}

interface Fields {
  /** The response names of those that are lost, if not all. */
  readonly names?: ReadonlySet<string>
  readonly isExplained?: boolean
  /** Whether those alone are lost that must not be null: of the others a null says that there is nothing. */
  readonly onlyRequired?: boolean
}

/** Marks, in place, the fields that a fetch was to give of an object. */
export function lose(object: JsonObject, loss: Loss, fields: Fields = {}): void {
  const { names, isExplained = false, onlyRequired = false } = fields
  if (loss.below?.length) return losePart(object, loss)
  const type = typeFor(object, loss)
  if (!type) return
  // Lost with a key by which others are asked, who need it to lose what is theirs.
  if (type.exact) object['__typename'] ??= type.type.name
  const { cause, conditions, nameOf, sets } = loss
  for (const field of collectFields(conditions, sets, type)) {
    if (field.places[0].node.name.value === '__typename' || names?.has(field.name) === false) continue
    if (onlyRequired && !isNonNullType(typeOf(type, field))) continue
    const below = { sets: setsOf(field.places), type: compositeOf(field) }
    const lost = new Lost({ cause, conditions, nameOf, ...below, isExplained })
    const name = nameOf(field.name)
    setOwn(object, name, loseIn(getOwn(object, name), lost))
  }
}

function losePart(object: JsonObject, { below: [name = '', ...below] = [], ...loss }: Loss): void {
  const value = getOwn(object, name)
  if (value instanceof Lost) value.loseMore({ ...loss, below })
  else loseBelow(value, [{ ...loss, below }])
}

/** A value of which a part is lost: what others gave of it is kept, and a null only says that they had nothing. */
export function loseIn(value: unknown, lost: Lost): unknown {
  if (value === null || value === undefined) return lost
  if (value instanceof Lost) return new Lost(...value.losses, ...lost.losses)
  loseBelow(value, lost.losses)
  return value
}

function loseBelow(value: unknown, losses: readonly Loss[]): void {
  if (Array.isArray(value)) value.forEach((element) => loseBelow(element, losses))
  else if (isJsonObject(value)) for (const loss of losses) lose(value, loss)
}
