import type { Ledger } from './fragments.ts'
import type { Total } from './sum.ts'
import type { Requirement } from './words.ts'

const shownFor = (part1: boolean): readonly Requirement[] =>
  part1 ? ['PART_1_HOSPITAL', 'PART_1_MUNICIPAL'] : ['AFTER_PART_1', 'OPEN_UNSELECTED_PRACTICE']

/** A requirement twice: by confirmed service, and with all that is registered. */
export type Pair = { requirement: Requirement; confirmed: Total; registered: Total }

export const pairsOf = (ledger: Ledger): Pair[] =>
  ledger.confirmed.totals.flatMap((confirmed) => {
    const { requirement } = confirmed
    const registered = ledger.registered.totals.find((one) => one.requirement === requirement)
    return registered && confirmed.applies ? [{ requirement, confirmed, registered }] : []
  })

/** The two bars above the timeline: those of the part that the trainee is in. */
export const barsOf = (ledger: Ledger, part1: boolean): Pair[] =>
  pairsOf(ledger).filter(({ requirement }) => shownFor(part1).includes(requirement))

/** What the page's sentence is about: the first of the part's requirements that is not met, else the first. */
export const mainOf = (ledger: Ledger, part1: boolean): Pair | undefined => {
  const bars = barsOf(ledger, part1)
  return part1 ? (bars.find(({ confirmed }) => !confirmed.met) ?? bars[0]) : bars[0]
}
