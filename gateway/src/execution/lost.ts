import { isCompositeType, isNonNullType, isObjectType, type GraphQLCompositeType } from 'graphql'
import { getOwn, isJsonObject, setOwn, type JsonObject } from '../json/json.ts'
import { Opaque } from '../json/opaque.ts'
import type { NameOf } from '../subgraph/planner-aliases.ts'
import type { Cause } from './cause.ts'
import { collectFields, type Conditions, type PlacedSet } from './collect-fields.ts'
import { compositeOf, setsOf, typeOf } from './field-type.ts'

/** What one fetch should have returned for an object, or for each object in a list, but did not. */
export interface Loss {
  readonly cause: Cause
  readonly conditions: Conditions
  readonly nameOf: NameOf
  /** The selections on the object; empty for a leaf. */
  readonly sets: readonly PlacedSet[]
  /** The type of an object without `__typename`; null for a leaf. */
  readonly type: GraphQLCompositeType | null
  /** Whether an error from within the value explains its null, when no other fetch returned a part of it. */
  readonly isExplained?: boolean
  /** The path of field names from the object to the loss; empty when it is the object itself. */
  readonly below?: readonly string[]
}

/** A placeholder in the data for a value that was not returned. Several fetches may each have lost a part of it. */
export class Lost extends Opaque {
  readonly losses: [Loss, ...Loss[]]

  constructor(...losses: [Loss, ...Loss[]]) {
    super()
    this.losses = losses
  }

  /**
   * Adds what another fetch lost at the same place, to be marked in an object that a third fetch may still return
   * there.
   */
  loseMore(loss: Loss): void {
    this.losses.push(loss)
  }

  /** Records its path in the client's answer with its cause: the first one, since a field has one error. */
  record(path: readonly (string | number)[], isRequired: boolean): void {
    const [{ cause, isExplained }] = this.losses
    if (!isExplained) cause.record(path, isRequired)
  }
}

function typeFor(object: JsonObject, { type, conditions }: Loss) {
  // What is no text names no type.
  const own = conditions.schema.getType(object['__typename'] as string)
  return isCompositeType(own) ? own : type
}

interface Fields {
  /** The response names of the lost fields; all when not given. */
  readonly names?: ReadonlySet<string>
  readonly isExplained?: boolean
  /** Whether those alone are lost that must not be null: of the others a null says that there is nothing. */
  readonly onlyRequired?: boolean
}

/** Replaces, in place, the fields that a fetch should have returned for an object by placeholders. */
export function lose(object: JsonObject, loss: Loss, fields: Fields = {}): void {
  const { names, isExplained = false, onlyRequired = false } = fields
  const { below: [name, ...below] = [] } = loss
  if (name !== undefined) return losePart(object, name, { ...loss, below })
  const type = typeFor(object, loss)
  if (!type) return
  // The type is lost with a key: later fetches for the object need it to find which of their fields are lost with it.
  if (isObjectType(type)) object['__typename'] ??= type.name
  const { cause, conditions, nameOf, sets } = loss
  for (const field of collectFields(conditions, sets, type)) {
    if (field.places[0].node.name.value === '__typename' || names?.has(field.name) === false) continue
    const fieldType = typeOf(type, field)
    if (onlyRequired && !isNonNullType(fieldType)) continue
    const inner = { sets: setsOf(field.places), type: compositeOf(fieldType) }
    const lost = new Lost({ cause, conditions, nameOf, ...inner, isExplained })
    const key = nameOf(field.name)
    setOwn(object, key, loseIn(getOwn(object, key), lost))
  }
}

/** `loss` is of what is in the field, or further below it. */
function losePart(object: JsonObject, name: string, loss: Loss): void {
  const value = getOwn(object, name)
  if (value instanceof Lost) value.loseMore(loss)
  else loseBelow(value, [loss])
}

/**
 * Combines a value with what is lost of it: other subgraphs' fields are kept, and a null means only that they had none.
 */
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
