import { brandId } from '@kompetanse/schema/ids'
import type { LedgerInput, ServicePeriod } from '../../../subgraphs/service-time/src/ledger/domain/types.ts'
import { DEFAULT_RULES } from '../../../subgraphs/service-time/src/rules/domain/default-rules.ts'
import { civilDate, dayNumber } from '../../../subgraphs/service-time/src/statement/domain/day.ts'
import type { AbsenceKind, PeriodKind } from '../../../subgraphs/service-time/src/statement/domain/kinds.ts'

const AS_OF = '2026-10-01'
const KINDS: readonly PeriodKind[] = [
  'HOSPITAL',
  'OPEN_UNSELECTED_PRACTICE',
  'INSTITUTION',
  'OTHER_SPECIALITY',
]
const ABSENCES: readonly AbsenceKind[] = ['HOLIDAY', 'SICKNESS', 'COURSE', 'PARENTAL_LEAVE']
const SHARES = [1, 1, 1, 0.8, 0.6, 0.5]
const DAYS_PER_PERIOD = 110

/** The same number after the same numbers, so that two runs measure the same lives. */
function numbers(seed: number) {
  let state = seed + 1
  return (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return (state >> 8) % below
  }
}

/** A training that has been changed often: every period has absences, every fifth overlaps the next, one goes on. */
export function aLife(seed: number, periods: number): LedgerInput {
  const next = numbers(seed)
  const first = dayNumber(AS_OF) - periods * DAYS_PER_PERIOD
  return {
    asOf: AS_OF,
    periods: Array.from({ length: periods }, (_, i) =>
      aPeriod(first + i * DAYS_PER_PERIOD, { i, periods, next }),
    ),
    rules: DEFAULT_RULES,
    licensedOn: civilDate(first),
    openUnselectedPracticeRequired: true,
  }
}

interface Place {
  readonly i: number
  readonly periods: number
  readonly next: (below: number) => number
}

function aPeriod(from: number, { i, periods, next }: Place): ServicePeriod {
  const to = from + DAYS_PER_PERIOD - 1 + (i % 5 === 0 ? 20 : 0)
  const span = (longest: number) => {
    const startsOn = from + next(60)
    return { startsOn: civilDate(startsOn), endsOn: civilDate(startsOn + next(longest)) }
  }
  return {
    id: brandId(`${i}`),
    kind: kindOf(i, next),
    fte: pick(SHARES, next),
    startsOn: civilDate(from),
    endsOn: i === periods - 1 ? null : civilDate(to),
    confirmed: i < periods - 2,
    absences: [0, 1, 2].map((id) => ({
      id: brandId(`${i}-${id}`),
      ...span(25),
      kind: pick(ABSENCES, next),
      share: pick([1, 1, 0.5], next),
    })),
    unsupervisedPeriods: i % 6 === 0 ? [{ id: brandId(`${i}-3`), ...span(20) }] : [],
  }
}

function kindOf(i: number, next: Place['next']): PeriodKind {
  if (i < 4) return 'PART_1_HOSPITAL'
  return i < 6 ? 'PART_1_MUNICIPAL' : pick(KINDS, next)
}

function pick<Item>(items: readonly Item[], next: Place['next']): Item {
  return items[next(items.length)] as Item
}
