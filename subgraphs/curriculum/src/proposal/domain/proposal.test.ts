import { accepted, refused } from '@kompetanse/command/decision'
import type { Grant } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import {
  availableCommands,
  decideProposal,
  decideProposing,
  type Proposal,
  type ProposalStatus,
} from './proposal.ts'

const actor = (personId: string, ...roles: Grant['role'][]) => ({
  personId: brandId<'Person'>(personId),
  grants: roles.map((role) => ({
    ...{ role, enterpriseId: null },
    regionCode: role === 'REGIONAL_ADMIN' ? ('HELSE_VEST' as const) : null,
  })),
})
const directorate = actor('directorate', 'DIRECTORATE')
const proposer = actor('proposer', 'REGIONAL_ADMIN')
const colleague = actor('colleague', 'REGIONAL_ADMIN')
const open: Proposal = { status: 'OPEN', proposedById: brandId('proposer'), current: true }

describe('B32 for which region somebody proposes', () => {
  const two = {
    grants: (['HELSE_NORD', 'HELSE_VEST'] as const).map((regionCode) => ({
      ...{ role: 'REGIONAL_ADMIN' as const, enterpriseId: null, regionCode },
    })),
  }
  test.each([
    ['the only one', proposer, null, 'HELSE_VEST'],
    ['the only one, named', proposer, 'HELSE_VEST', 'HELSE_VEST'],
    ['another’s', proposer, 'HELSE_NORD', 'NOT_PERMITTED'],
    ['the first of two', two, 'HELSE_NORD', 'HELSE_NORD'],
    ['the second of two', two, 'HELSE_VEST', 'HELSE_VEST'],
    ['one of two, unnamed', two, null, 'REGION_REQUIRED'],
    ['none', directorate, null, 'NOT_PERMITTED'],
  ] as const)('%s', (_which, who, regionCode, expected) => {
    const decision = decideProposing({ reason: 'Uklart.', regionCode }, who)
    expect('code' in decision ? decision.code : decision.regionCode).toBe(expected)
  })
  test('and says why', () => {
    const given = { reason: 'Uklart.', regionCode: null }
    expect(decideProposing(given, proposer)).toEqual(accepted({ ...given, regionCode: 'HELSE_VEST' }))
    expect(decideProposing({ ...given, reason: '' }, proposer)).toEqual(refused('REASON_REQUIRED'))
  })
})

describe('B32 who answers a proposal, and who takes it back', () => {
  test.each([
    ['the Directorate', directorate, ['ACCEPT', 'REJECT']],
    ['who proposed it', proposer, ['WITHDRAW']],
    ['another of the region', colleague, []],
    ['support', actor('support', 'SUPPORT'), []],
    ['a local administrator', actor('local', 'LOCAL_ADMIN'), []],
    ['nobody in particular', actor('nobody'), []],
  ] as const)('%s', (_who, who, commands) => {
    expect(availableCommands(open, who)).toEqual(commands)
    for (const status of ['ACCEPTED', 'REJECTED', 'WITHDRAWN'] satisfies ProposalStatus[])
      expect(availableCommands({ ...open, status }, who)).toEqual([])
  })

  test.each([
    ['ACCEPT', null, directorate, { next: 'ACCEPTED' }],
    ['REJECT', 'Nei.', directorate, { next: 'REJECTED' }],
    ['REJECT', null, directorate, { code: 'COMMENT_REQUIRED' }],
    ['REJECT', '', directorate, { code: 'COMMENT_REQUIRED' }],
    ['ACCEPT', null, proposer, { code: 'NOT_PERMITTED' }],
    ['WITHDRAW', null, directorate, { code: 'NOT_PERMITTED' }],
    ['WITHDRAW', null, proposer, { next: 'WITHDRAWN' }],
  ] as const)('%s with comment %j', (name, comment, who, answer) => {
    const command = { name, comment }
    const decision = 'code' in answer ? refused(answer.code) : accepted({ ...answer, command })
    expect(decideProposal(open, command, who)).toEqual(decision)
  })

  test('B32 what has changed since can be rejected, and not accepted', () => {
    const old = { ...open, current: false }
    const command = { name: 'ACCEPT', comment: null } as const
    expect(decideProposal(old, command, directorate)).toEqual(refused('SUBJECT_CHANGED'))
    expect(availableCommands(old, directorate)).toEqual(['REJECT'])
  })

  test('B32 an answered one is not answered again, by anybody', () => {
    const command = { name: 'REJECT', comment: 'Nei.' } as const
    expect(decideProposal({ ...open, status: 'ACCEPTED' }, command, directorate)).toEqual(
      refused('NOT_IN_THIS_STATE'),
    )
  })
})
