import { brandId, type Id } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import type { Authority } from '../../authority/domain/authority.ts'
import { availableCommands, availableTraineeCommands, type Relation } from './relation.ts'
import { authority, TODAY, trainee } from './testing.ts'

const admin = (enterpriseId: Id<'Enterprise'>) =>
  authority('admin', { grants: [{ role: 'LOCAL_ADMIN', regionCode: null, enterpriseId }] })

const who = {
  trainee: authority('trainee'),
  leader: authority('leader'),
  holder: authority('holder'),
  stranger: authority('stranger'),
  'local admin': admin(trainee.enterpriseId),
  'local admin elsewhere': admin(brandId('other')),
} satisfies Record<string, Authority>
const nobodys = {
  stranger: [],
  'local admin elsewhere': [],
} as const

describe('F045 F056 F062 F074 what is offered of a trainee', () => {
  const all = ['REGISTER_LEADER', 'REGISTER_MENTOR', 'REGISTER_SUPERVISOR']
  const offered = { trainee: all, leader: all, 'local admin': all, holder: [], ...nobodys }

  test.each(Object.entries(offered))('to %s', (name, commands) => {
    expect(availableTraineeCommands(who[name as keyof typeof who], trainee)).toEqual(commands)
  })
})

describe('F093 what is offered of a relation', () => {
  const mentor: Relation = {
    ...{ id: brandId('relation'), kind: 'MENTOR', personId: brandId('holder') },
    ...{ validFrom: '2025-01-01', validTo: null, cancelled: false },
  }
  const offered = { trainee: ['END'], leader: ['END'], 'local admin': ['END'], holder: ['END'], ...nobodys }
  const of = (relation: Relation, by: Authority) =>
    availableCommands(relation, { authority: by, trainee, today: TODAY })

  test.each(Object.entries(offered))('to %s', (name, commands) => {
    expect(of(mentor, who[name as keyof typeof who])).toEqual(commands)
  })

  test.each([
    ['of the leader, by the trainee', { kind: 'LEADER' }, who.trainee],
    ['of one that is over', { validTo: '2026-10-14' }, who.leader],
    ['of one that was cancelled', { cancelled: true }, who.leader],
  ] as const)('nothing %s', (_which, rest, by) => {
    expect(of({ ...mentor, ...rest }, by)).toEqual([])
  })
})
