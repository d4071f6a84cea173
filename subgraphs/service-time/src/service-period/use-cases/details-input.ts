import { cleanText } from '@kompetanse/graph'
import { SHARE } from '../../ledger/domain/units.ts'
import type { Details } from '../domain/details.ts'

/** What a form gives, as it is kept: texts cleaned, shares in ten-thousandths. */
export interface DetailsInput extends Omit<
  Details,
  'share' | 'absences' | 'unsupervisedPeriods' | 'enterpriseName'
> {
  readonly enterpriseName: string | null
  readonly fte: number
  readonly absences: readonly (Omit<Details['absences'][number], 'share'> & { readonly share: number })[]
  readonly unsupervisedPeriods: Details['unsupervisedPeriods']
}

export const toDetails = ({ fte, ...input }: DetailsInput): Details => ({
  ...input,
  share: Math.round(fte * SHARE),
  enterpriseName: cleanText(input.enterpriseName) ?? '',
  unitName: cleanText(input.unitName),
  position: cleanText(input.position) ?? '',
  overlapReason: cleanText(input.overlapReason),
  absences: input.absences.map((absence) => ({ ...absence, share: Math.round(absence.share * SHARE) })),
  unsupervisedPeriods: input.unsupervisedPeriods.map((gap) => ({
    ...gap,
    reason: cleanText(gap.reason) ?? '',
  })),
})
