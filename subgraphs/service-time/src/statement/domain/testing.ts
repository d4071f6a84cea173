import type { Details } from './details.ts'

/** A full-time year in hospital, but for what the test is about. */
export const aStatement = (about: Partial<Details> = {}): Details => ({
  ...{ kind: 'HOSPITAL', enterpriseId: null, enterpriseName: 'Haukeland', unitName: null, position: 'LIS' },
  ...{ share: 10_000, startsOn: '2025-10-01', endsOn: '2026-09-30', overlapReason: null },
  ...{ absences: [], unsupervisedPeriods: [] },
  ...about,
})
