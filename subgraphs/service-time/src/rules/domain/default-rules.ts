import type { RuleCode, RuleUnit, ServiceTimeRule } from './rule.ts'

const IN_FORCE = '2019-03-01'

function rule(code: RuleCode, value: number, unit: RuleUnit, source: string): ServiceTimeRule {
  return { code, value, unit, kinds: [], source, validFrom: IN_FORCE, validTo: null }
}

/**
 * The regulation in force and the portal's readings of it, each explained in section-31.md. Times are the fewest days
 * that the calendar gives them: whoever has served the months by the calendar is never a day short (reading 1).
 */
export const DEFAULT_RULES: readonly ServiceTimeRule[] = [
  rule('REQUIRED_TOTAL', 2372, 'DAYS', '§ 2 første ledd'),
  rule('REQUIRED_PART_1_HOSPITAL', 365, 'DAYS', '§ 2 andre ledd'),
  rule('REQUIRED_PART_1_MUNICIPAL', 181, 'DAYS', '§ 2 andre ledd'),
  rule('REQUIRED_AFTER_PART_1', 1826, 'DAYS', '§ 2 første ledd, jf. andre ledd'),
  rule('REQUIRED_OPEN_UNSELECTED_PRACTICE', 730, 'DAYS', '§ 2 fjerde ledd'),
  rule('MAXIMUM_OTHER_SPECIALITY', 1188, 'DAYS', '§ 31 sjette ledd'),
  rule('ALLOWANCE_PART_1_HOSPITAL', 12, 'DAYS', '§ 31 fjerde ledd bokstav a'),
  rule('ALLOWANCE_PART_1_MUNICIPAL', 6, 'DAYS', '§ 31 fjerde ledd bokstav b'),
  rule('ALLOWANCE_PERCENT_AFTER_PART_1', 10, 'PERCENT', '§ 31 fjerde ledd bokstav c'),
  rule('COVID_EXEMPT_IN_PART_1', 1, 'SWITCH', '§ 31 femte ledd'),
  rule('UNSUPERVISED_COUNTS', 0, 'SWITCH', '§ 2 tredje ledd, jf. § 25 første ledd bokstav c og d'),
  rule('RESEARCH_COUNTS', 0, 'SWITCH', '§ 31 første ledd'),
  rule('DAYS_ARE_WORKING_OR_CALENDAR_DAYS', 1, 'READING', '§ 31 fjerde ledd bokstav a og b'),
  rule('ALLOWANCE_OF_PERIOD_OR_WHOLE', 1, 'READING', '§ 31 fjerde ledd bokstav c'),
  rule('OPEN_PRACTICE_ALLOWANCE', 1, 'READING', '§ 2 fjerde ledd andre punktum'),
  rule('OVERLAP_ABOVE_FULL_TIME', 1, 'READING', '§ 31 andre ledd'),
]
