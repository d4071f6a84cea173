import { accepted, refused } from '@kompetanse/command/decision'
import type { Grant } from '@kompetanse/schema/actor-token'
import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { decideTrack, maySetPlans, availableCommands } from './decide.ts'

const grants = (...roles: Grant['role'][]) => ({
  grants: roles.map((role) => ({
    ...{ role, enterpriseId: null },
    regionCode: role === 'REGIONAL_ADMIN' ? ('HELSE_VEST' as const) : null,
  })),
})
const [alm, fkm] = [brandId<'PlanTemplate'>('alm'), brandId<'PlanTemplate'>('fkm')]
const plans = { planTemplateIds: [alm, fkm], assignsAutomatically: true }

describe('F102 F103 F104 F105 B32 who sets the plans of a track, and who proposes them', () => {
  test.each([
    [grants('DIRECTORATE'), ['SET_PLANS']],
    [grants('DIRECTORATE', 'REGIONAL_ADMIN'), ['SET_PLANS']],
    [grants('REGIONAL_ADMIN'), ['PROPOSE_PLANS']],
    [grants('LOCAL_ADMIN'), []],
    [grants('SUPPORT'), []],
    [grants(), []],
  ])('%j: %j', (actor, commands) => {
    const may = commands.includes('SET_PLANS')
    expect(availableCommands(actor)).toEqual(commands)
    expect(maySetPlans(actor)).toBe(may)
    expect(decideTrack(actor, plans)).toEqual(may ? accepted({ plans }) : refused('NOT_PERMITTED'))
  })
})

describe('F102 F103 F104 F105 what plans a track is given', () => {
  const decide = (...planTemplateIds: (typeof alm)[]) =>
    decideTrack(grants('DIRECTORATE'), { ...plans, planTemplateIds })
  test('it has some', () => {
    expect(decide()).toEqual(refused('PLANS_REQUIRED'))
  })
  test('each once, in the order given', () => {
    expect(decide(fkm, alm, fkm)).toEqual(accepted({ plans: { ...plans, planTemplateIds: [fkm, alm] } }))
  })
})
