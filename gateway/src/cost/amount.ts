import type { JsonObject } from '../json/json.ts'

/** A part of what an operation costs: known from its text, or by its variables too. */
export type Amount = number | ((variables: JsonObject) => number)

export const amountFor = (amount: Amount, variables: JsonObject): number =>
  typeof amount === 'number' ? amount : amount(variables)

export function sumOf(amounts: readonly Amount[]): Amount {
  const open = amounts.filter((each) => typeof each !== 'number')
  const fixed = amounts.reduce<number>((sum, each) => (typeof each === 'number' ? sum + each : sum), 0)
  if (open.length === 0) return fixed
  return (variables) => open.reduce((sum, each) => sum + each(variables), fixed)
}

export function mostOf(amounts: readonly Amount[]): Amount {
  if (amounts.every((each) => typeof each === 'number')) return Math.max(0, ...amounts)
  return (variables) => Math.max(0, ...amounts.map((each) => amountFor(each, variables)))
}

export function times(count: Amount, each: Amount): Amount {
  if (count === 0 || each === 0) return 0
  if (typeof count === 'number' && typeof each === 'number') return count * each
  return (variables) => amountFor(count, variables) * amountFor(each, variables)
}

export function when(holds: (variables: JsonObject) => boolean, amount: Amount): Amount {
  if (amount === 0) return 0
  return (variables) => (holds(variables) ? amountFor(amount, variables) : 0)
}
