import { runsOn } from '@kompetanse/calendar/period'
import { type Day, dayNumber } from '../../statement/domain/day.ts'
import { type Choice, CHOICES } from '../../rules/domain/choices.ts'
import type { RuleCode, ServiceTimeRule } from '../../rules/domain/rule.ts'
import type { CivilDate, PeriodKind } from '../../statement/domain/kinds.ts'
import type { DayUnits, Requirement } from './types.ts'
import { shareOf } from '../../statement/domain/share.ts'
import { unitsOf } from './units.ts'

export interface MinimumFte {
  readonly from: Day
  readonly to: Day
  readonly kinds: readonly PeriodKind[]
  /** Ten-thousandths. */
  readonly share: number
}

/** The rules of one day, as the calculation uses them. */
export interface Settings {
  readonly rules: readonly ServiceTimeRule[]
  readonly required: Readonly<Record<Requirement, DayUnits>>
  readonly hospitalAllowance: DayUnits
  readonly municipalAllowance: DayUnits
  /** Hundredths of a percent. */
  readonly allowancePercent: number
  readonly minimumFte: readonly MinimumFte[]
  readonly covidExempt: boolean
  readonly unsupervisedCounts: boolean
  readonly researchCounts: boolean
  readonly workingDays: boolean
  readonly allowanceOfEachPeriod: boolean
  readonly openPracticeByItself: boolean
  readonly overlapIsCut: boolean
}

/**
 * The rules in force on the day of the calculation hold for the whole calculation; only MINIMUM_FTE goes by the day
 * that was served. Before the first of a rule, the first holds. A rule that is not there at all is a fault of ours.
 */
export function settingsOn(rules: readonly ServiceTimeRule[], asOf: CivilDate): Settings {
  const used: ServiceTimeRule[] = []
  const value = (code: RuleCode) => {
    const found = ruleOn(rules, code, asOf)
    if (!found) throw new Error(`No rule ${code}`)
    used.push(found)
    return found.value
  }
  const days = (code: RuleCode) => unitsOf(value(code))
  const is = (choice: Choice) => value(CHOICES[choice].of) === CHOICES[choice].kept
  const required = {
    TOTAL_TRAINING_TIME: days('REQUIRED_TOTAL'),
    PART_1_HOSPITAL: days('REQUIRED_PART_1_HOSPITAL'),
    PART_1_MUNICIPAL: days('REQUIRED_PART_1_MUNICIPAL'),
    AFTER_PART_1: days('REQUIRED_AFTER_PART_1'),
    OPEN_UNSELECTED_PRACTICE: days('REQUIRED_OPEN_UNSELECTED_PRACTICE'),
    OTHER_SPECIALITY_AT_MOST: days('MAXIMUM_OTHER_SPECIALITY'),
  }
  const minimums = rules.filter(({ code }) => code === 'MINIMUM_FTE')
  return {
    required,
    hospitalAllowance: days('ALLOWANCE_PART_1_HOSPITAL'),
    municipalAllowance: days('ALLOWANCE_PART_1_MUNICIPAL'),
    allowancePercent: Math.round(value('ALLOWANCE_PERCENT_AFTER_PART_1') * 100),
    minimumFte: minimums.map(minimumFte),
    covidExempt: is('COVID_EXEMPT'),
    unsupervisedCounts: is('UNSUPERVISED_COUNTED'),
    researchCounts: is('RESEARCH_COUNTED'),
    workingDays: is('WORKING_DAYS'),
    allowanceOfEachPeriod: is('ALLOWANCE_OF_EACH_PERIOD'),
    openPracticeByItself: is('OPEN_PRACTICE_BY_ITSELF'),
    overlapIsCut: is('OVERLAP_CUT'),
    rules: [...used, ...minimums],
  }
}

/** The rule of a code that is in force on a day; of two, the one that came into force last. */
function ruleOn(rules: readonly ServiceTimeRule[], code: RuleCode, day: CivilDate) {
  let found: ServiceTimeRule | undefined
  let first: ServiceTimeRule | undefined
  for (const rule of rules) {
    if (rule.code !== code) continue
    if (!first || rule.validFrom < first.validFrom) first = rule
    if (runsOn(rule, day) && (!found || rule.validFrom > found.validFrom)) found = rule
  }
  return found ?? first
}

function minimumFte({ value, kinds, validFrom, validTo }: ServiceTimeRule): MinimumFte {
  const to = validTo === null ? Number.MAX_SAFE_INTEGER : dayNumber(validTo)
  return { from: dayNumber(validFrom), to, kinds, share: shareOf(value / 100) }
}
