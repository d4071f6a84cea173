import { accepted, refused } from '@kompetanse/command/decision'
import type { RegionCode } from '@kompetanse/schema/regions'
import type { Grant } from '@kompetanse/schema/actor-token'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { describe, expect, test } from 'vitest'
import {
  administeredScopes,
  administers,
  availableCommands,
  decideAdding,
  decideTemplate,
  refuseContent,
  TEMPLATE_COMMANDS,
  TRANSITIONS,
  type TemplateCommand,
  type TemplateCommandName,
  type TemplateState,
  type TemplateStep,
} from './template.ts'

const BERGEN = brandId<'Enterprise'>('bergen')

const grant = (
  role: Grant['role'],
  enterpriseId: Id<'Enterprise'> | null = null,
  regionCode: RegionCode | null = null,
): Grant => ({
  role,
  enterpriseId,
  regionCode,
})
const SCOPES = {
  portal: { enterpriseId: null, regionCode: null },
  bergen: { enterpriseId: BERGEN, regionCode: null },
  vest: { enterpriseId: null, regionCode: 'HELSE_VEST' },
} as const
const GRANTS = {
  'local administrator in Bergen': grant('LOCAL_ADMIN', BERGEN),
  'local administrator in Voss': grant('LOCAL_ADMIN', brandId('voss')),
  'administrator of Helse Vest': grant('REGIONAL_ADMIN', null, 'HELSE_VEST'),
  'administrator of Helse Nord': grant('REGIONAL_ADMIN', null, 'HELSE_NORD'),
  'administrator of nowhere': grant('REGIONAL_ADMIN'),
  support: grant('SUPPORT'),
  'support in Bergen': grant('SUPPORT', BERGEN),
  'support in Helse Vest': grant('SUPPORT', null, 'HELSE_VEST'),
  directorate: grant('DIRECTORATE'),
}
const TRUTH: Record<keyof typeof GRANTS, (keyof typeof SCOPES)[]> = {
  'local administrator in Bergen': ['bergen'],
  'local administrator in Voss': [],
  'administrator of Helse Vest': ['vest'],
  'administrator of Helse Nord': [],
  'administrator of nowhere': [],
  support: ['portal', 'bergen', 'vest'],
  'support in Bergen': ['bergen'],
  'support in Helse Vest': ['vest'],
  directorate: [],
}

describe('F017 who administers templates of topics', () => {
  test.each(Object.keys(GRANTS) as (keyof typeof GRANTS)[])('%s', (who) => {
    const may = (Object.keys(SCOPES) as (keyof typeof SCOPES)[]).filter((scope) =>
      administers([GRANTS[who]], SCOPES[scope]),
    )
    expect(may).toEqual(TRUTH[who])
    expect(administers([], SCOPES.portal)).toBe(false)
  })
  test.each([
    ['nobody', [], []],
    ['somebody of one enterprise', [GRANTS['local administrator in Bergen']], [SCOPES.bergen]],
    ['somebody of one region', [GRANTS['administrator of Helse Vest']], [SCOPES.vest]],
    ['somebody of nowhere', [GRANTS['administrator of nowhere']], []],
    ['support', [GRANTS.support], [SCOPES.portal]],
    ['the Directorate', [GRANTS.directorate], []],
    [
      'somebody of two places, one of them twice',
      [
        GRANTS['administrator of Helse Vest'],
        GRANTS['support in Bergen'],
        GRANTS['local administrator in Bergen'],
      ],
      [SCOPES.vest, SCOPES.bergen],
    ],
    // A hospital's administrator is its region's no more for the region being named beside it.
    ['somebody of an enterprise in a region', [grant('LOCAL_ADMIN', BERGEN, 'HELSE_VEST')], [SCOPES.bergen]],
  ])('%s adds for so many', (_who, grants, scopes) => {
    expect(administeredScopes(grants)).toEqual(scopes)
  })
})

describe('F017 what a template needs', () => {
  test.each([
    ['a name', { name: '', topics: ['Vakt'] }, 'NAME_REQUIRED'],
    ['topics', { name: 'Vakt', topics: [] }, 'TOPICS_INVALID'],
    ['no more than twenty', { name: 'Vakt', topics: Array.from({ length: 21 }, String) }, 'TOPICS_INVALID'],
    ['no patient', { name: 'Vakt', topics: ['Pasient 010100 12356'] }, 'NATIONAL_ID_FOUND'],
    ['no name of 101 characters', { name: 'x'.repeat(101), topics: ['Vakt'] }, 'TEXT_TOO_LONG'],
    ['no topic of 501', { name: 'Vakt', topics: ['Siden sist', 'x'.repeat(501)] }, 'TEXT_TOO_LONG'],
    ['no patient for a name', { name: 'Pasient 010100 12356', topics: ['Vakt'] }, 'NATIONAL_ID_FOUND'],
    ['as long as that', { name: 'x'.repeat(100), topics: Array(20).fill('x'.repeat(500)) }, null],
    ['nothing else', { name: 'Vakt', topics: ['Siden sist'] }, null],
  ])('%s', (_name, content, code) => {
    expect(refuseContent(content)).toBe(code)
  })
})

describe('F017 what is done with a template', () => {
  const bergen = [GRANTS['local administrator in Bergen']]
  const to = { name: 'Vakt', topics: ['Siden sist'] }
  const DONE: Record<TemplateCommandName, readonly [TemplateCommand, TemplateStep['next']]> = {
    EDIT: [{ name: 'EDIT', to }, to],
    RETIRE: [{ name: 'RETIRE' }, { retired: true }],
    RESTORE: [{ name: 'RESTORE' }, { retired: false }],
  }
  const POSSIBLE: Record<TemplateState, readonly TemplateCommandName[]> = {
    OFFERED: ['EDIT', 'RETIRE'],
    RETIRED: ['RESTORE'],
  }
  const CASES = (Object.keys(TRANSITIONS) as TemplateState[]).flatMap((state) =>
    TEMPLATE_COMMANDS.map((name) => [state, name] as const),
  )
  test.each(CASES)('%s, %s: what is offered is accepted, and nothing else', (state, name) => {
    const retired = state === 'RETIRED'
    const [command, next] = DONE[name]
    const possible = POSSIBLE[state].includes(name)
    const own = { ...SCOPES.bergen, retired }
    expect(availableCommands(own, bergen).includes(name)).toBe(possible)
    expect(decideTemplate(own, command, bergen)).toEqual(
      possible ? { kind: 'accepted', command: name, next } : { kind: 'refused', code: 'NOT_IN_THIS_STATE' },
    )
    const other = { ...SCOPES.vest, retired }
    expect(availableCommands(other, bergen)).toEqual([])
    // What is not possible is said before what is not permitted.
    const why = possible ? 'NOT_PERMITTED' : 'NOT_IN_THIS_STATE'
    expect(decideTemplate(other, command, bergen)).toEqual({ kind: 'refused', code: why })
  })
  test('nothing is edited to have no topics', () => {
    const command = { name: 'EDIT', to: { ...to, topics: [] } } as const
    expect(decideTemplate({ ...SCOPES.bergen, retired: false }, command, bergen)).toEqual({
      ...{ kind: 'refused', code: 'TOPICS_INVALID' },
    })
  })
  test('one is added for what one is offered, and for no other place', () => {
    const support = [GRANTS.support]
    expect(decideAdding({ ...to, ...SCOPES.bergen }, bergen)).toMatchObject(accepted({}))
    // Support takes care of all of them, and adds the portal's own: of a place it knows no name alone.
    expect(decideAdding({ ...to, ...SCOPES.vest }, support)).toEqual(refused('NOT_PERMITTED'))
    expect(decideAdding({ ...to, ...SCOPES.bergen }, support)).toEqual(refused('NOT_PERMITTED'))
    expect(decideAdding({ ...to, ...SCOPES.portal }, support)).toMatchObject(accepted({}))
    expect(decideAdding({ ...to, ...SCOPES.portal }, bergen)).toEqual(refused('NOT_PERMITTED'))
    const both = [...bergen, GRANTS['administrator of Helse Vest']]
    expect(decideAdding({ ...to, ...SCOPES.vest }, both)).toMatchObject(accepted({}))
    expect(decideAdding({ ...to, name: '', ...SCOPES.bergen }, bergen)).toEqual(refused('NAME_REQUIRED'))
  })
})
