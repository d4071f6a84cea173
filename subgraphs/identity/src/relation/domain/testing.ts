import { brandId } from '@kompetanse/schema/ids'
import type { Authority } from '../../authority/domain/authority.ts'
import type { TraineeFacts } from '../../trainee/domain/trainee.ts'

export const TODAY = '2026-10-15'
export const trainee: TraineeFacts = {
  id: brandId('trainee'),
  enterpriseId: brandId('enterprise'),
  regionCode: 'MUNICIPAL',
  trainingStartedOn: '2024-09-01',
  leaderId: brandId('leader'),
}
export const authority = (personId: string, rest: Partial<Authority> = {}): Authority => ({
  personId: brandId(personId),
  leadsAs: new Set([brandId<'Person'>(personId)]),
  grants: [],
  ...rest,
})
