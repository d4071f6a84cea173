import { DEFAULT_RULES } from './default-rules.ts'
import type { ServiceTimeRule } from './rule.ts'

/**
 * What a leader has to sign for (F132): the regulation counts service that the enterprise has confirmed. The hospital
 * part of LIS1 is confirmed in the region's own portal, and research is not counted unless a rule says so.
 */
const NEEDS_SIGNATURE: ServiceTimeRule = {
  code: 'NEEDS_SIGNATURE',
  value: 1,
  unit: 'SWITCH',
  kinds: [
    ...(['PART_1_MUNICIPAL', 'OPEN_UNSELECTED_PRACTICE', 'HOSPITAL', 'INSTITUTION'] as const),
    ...(['OTHER_GENERAL_PRACTICE', 'COMMUNITY_MEDICINE', 'OCCUPATIONAL_MEDICINE'] as const),
    'OTHER_SPECIALITY',
  ],
  source: '§ 31 første ledd, jf. § 25 første ledd bokstav e',
  validFrom: '2019-03-01',
  validTo: null,
}

/** The rules that the portal comes with; what administrators set later is kept in the database. */
export const DELIVERED_RULES: readonly ServiceTimeRule[] = [...DEFAULT_RULES, NEEDS_SIGNATURE]
