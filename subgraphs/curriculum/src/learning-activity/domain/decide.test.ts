import { brandId } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import { accepted, refused } from '@kompetanse/command/decision'
import {
  availableCommands,
  decideActivity,
  decideAdd,
  decideOwner,
  ownerBy,
  type ActivityCommand,
  type Content,
} from './decide.ts'

const grants = (...roles: ('LOCAL_ADMIN' | 'REGIONAL_ADMIN' | 'SUPPORT' | 'DIRECTORATE')[]) => ({
  grants: roles.map((role) => ({
    role,
    regionCode: role === 'REGIONAL_ADMIN' ? ('HELSE_VEST' as const) : null,
    enterpriseId: null,
  })),
})
/** A region has supporters too, who have no say. */
const supportOfWest = {
  grants: [{ role: 'SUPPORT' as const, regionCode: 'HELSE_VEST' as const, enterpriseId: null }],
}
const content: Content = {
  title: 'Observert konsultasjon',
  kind: 'SIGNED',
  validMonths: null,
  courseHours: null,
}

const edit = (wording: Content): ActivityCommand => ({
  ...{ name: 'EDIT', successorId: brandId<'ActivityDefinition'>('successor') },
  wording: { ...wording, description: null },
})
const RETIRE: ActivityCommand = { name: 'RETIRE' }
const NATIONAL = { kind: 'SIGNED', retired: false, ownerRegion: null }
const WEST = { kind: 'SIGNED', retired: false, ownerRegion: 'HELSE_VEST' } as const
const NORTH = { kind: 'SIGNED', retired: false, ownerRegion: 'HELSE_NORD' } as const
const CHANGE = ['EDIT', 'RETIRE']
const PROPOSE = ['PROPOSE_EDIT', 'PROPOSE_RETIREMENT']

// prettier-ignore
const TABLE = [
  //                                   national  of west  of north  adds
  [grants(),                           [],       [],      [],       false],
  [grants('LOCAL_ADMIN'),              [],       [],      [],       false],
  [grants('SUPPORT'),                  [],       [],      [],       false],
  [supportOfWest,                      [],       [],      [],       false],
  [grants('REGIONAL_ADMIN'),           PROPOSE,  CHANGE,  PROPOSE,  true],
  [grants('DIRECTORATE'),              CHANGE,   CHANGE,  CHANGE,   true],
  [grants('REGIONAL_ADMIN', 'DIRECTORATE'), CHANGE, CHANGE, CHANGE, true],
] as const

describe('F026 B32 who changes activities, and who proposes it: a region of the west', () => {
  test.each(TABLE)('%j', (actor, national, west, north, adds) => {
    const commands = [NATIONAL, WEST, NORTH].map((activity) => availableCommands(activity, actor))
    expect(commands).toEqual([national, west, north])
    for (const activity of [NATIONAL, WEST, NORTH]) {
      const may = availableCommands(activity, actor).includes('EDIT')
      for (const command of [edit(content), RETIRE])
        expect(decideActivity(actor, activity, command)).toEqual(
          may ? accepted({ command }) : refused('NOT_PERMITTED'),
        )
      expect(availableCommands({ ...activity, retired: true }, actor)).toEqual([])
    }
    expect(decideAdd(actor, content, 1)).toEqual(adds ? accepted({}) : refused('NOT_PERMITTED'))
  })
})

test.each([
  [grants('REGIONAL_ADMIN'), { origin: 'ENTERPRISE', ownerRegion: 'HELSE_VEST' }],
  [grants('DIRECTORATE'), { origin: 'DIRECTORATE', ownerRegion: null }],
  [grants('REGIONAL_ADMIN', 'DIRECTORATE'), { origin: 'DIRECTORATE', ownerRegion: null }],
])('F026 what %j writes is %j, never the default of the portal', (actor, owner) => {
  expect(ownerBy(actor, WEST)).toEqual(owner)
  expect(decideOwner(actor, null)).toEqual(accepted(owner))
})

describe('F026 who administers two regions', () => {
  const both = {
    grants: (['HELSE_VEST', 'HELSE_NORD'] as const).map((regionCode) => ({
      ...{ role: 'REGIONAL_ADMIN' as const, enterpriseId: null, regionCode },
    })),
  }
  test('adds an activity of the one that they name, and must name one', () => {
    expect(decideOwner(both, null)).toEqual(refused('REGION_REQUIRED'))
    expect(decideOwner(both, 'HELSE_MIDT')).toEqual(refused('NOT_PERMITTED'))
    const owner = { origin: 'ENTERPRISE', ownerRegion: 'HELSE_NORD' } as const
    expect(decideOwner(both, 'HELSE_NORD')).toEqual(accepted(owner))
    expect(decideOwner(grants('REGIONAL_ADMIN', 'REGIONAL_ADMIN'), null).kind).toBe('accepted')
    expect(decideOwner(grants('SUPPORT'), null)).toEqual(refused('NOT_PERMITTED'))
  })
  test('rewords an activity of the second, and it stays the second’s', () => {
    expect(ownerBy(both, NORTH)).toEqual({ origin: 'ENTERPRISE', ownerRegion: 'HELSE_NORD' })
  })
})

describe('what an activity must say', () => {
  const admin = grants('DIRECTORATE')
  test.each([
    [{ ...content, title: ' ' }, 'TITLE_REQUIRED'],
    [{ ...content, title: 'x'.repeat(201) }, 'TEXT_TOO_LONG'],
    [{ ...content, kind: 'RECURRING' }, 'VALIDITY_REQUIRED'],
    [{ ...content, validMonths: 0 }, 'NUMBER_INVALID'],
    [{ ...content, courseHours: -15 }, 'NUMBER_INVALID'],
    [{ ...content, courseHours: 1.5 }, 'NUMBER_INVALID'],
    [{ ...content, courseHours: 1001 }, 'NUMBER_INVALID'],
    [{ ...content, validMonths: 2_147_483_647 }, 'NUMBER_INVALID'],
  ])('F124 %j is refused', (wrong, code) => {
    expect(decideAdd(admin, wrong, 1)).toEqual(refused(code))
    const { kind } = wrong
    expect(decideActivity(admin, { ...NATIONAL, kind }, edit(wrong))).toEqual(refused(code))
  })
  test.each([
    { ...content, title: 'x'.repeat(200) },
    { ...content, kind: 'RECURRING', validMonths: 12 },
    { ...content, validMonths: 1, courseHours: 1 },
    { ...content, validMonths: 1000, courseHours: 1000 },
  ])('F124 %j is taken', (right) => {
    expect(decideAdd(admin, right, 1)).toEqual(accepted({}))
    const command = edit(right)
    expect(decideActivity(admin, { ...NATIONAL, kind: right.kind }, command)).toEqual(accepted({ command }))
  })
  test('it belongs to a goal, and a retired one stays as it was', () => {
    expect(decideAdd(admin, content, 0)).toEqual(refused('GOALS_REQUIRED'))
    const retired = { ...NATIONAL, retired: true }
    expect(decideActivity(admin, retired, edit(content))).toEqual(refused('RETIRED'))
  })
})
