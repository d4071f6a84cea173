import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, getNamedType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { addressOf } from './load.ts'
import { countsOf, listOf, rowOf } from './read.ts'
import { offered, type Scope } from './scopes.ts'

const root = join(import.meta.dirname, '../../../..')
const schema = buildSchema(readFileSync(join(root, 'schema/api.graphql'), 'utf8'))

/** The graph's queues: what is counted by tab and can be followed from where it was read. */
const queues = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ type }) => {
  const connection = getNamedType(type)
  const fields = isObjectType(connection) ? connection.getFields() : {}
  return 'eventCursor' in fields && 'counts' in fields
})
const routes = join(root, 'web/src/routes')
const definitions = globSync('**/queue.ts', { cwd: routes }).map((file) => ({
  file,
  text: readFileSync(join(routes, file), 'utf8'),
}))

describe('queues', () => {
  it.each(queues)('$name has a page that is nothing but a definition and a pane', ({ name }) => {
    const own = definitions.filter(({ text }) => text.includes(`page.${name}`))
    expect(own.length).toBe(1)
    const page = readFileSync(join(routes, own[0]?.file ?? '', '../+page.svelte'), 'utf8')
    expect(page).toContain('<QueuePage')
    expect(page.split('\n').length).toBeLessThan(30)
  })

  it('are three', () => {
    expect(queues.map(({ name }) => name)).toEqual(['approvalQueue', 'serviceTimeQueue', 'signingQueue'])
    expect(definitions.length).toBe(queues.length)
  })
})

const thing = {
  id: 'g1',
  version: 4,
  availableCommands: ['APPROVE', 'COMPLETE'],
  trainee: { id: 't', displayName: 'Thea Marie Sandvik' },
  days: 9,
}
const reading = {
  means: { APPROVE: 'ACCEPT' as const },
  row: ({ days }: typeof thing, { scope }: { scope: string }) => ({
    ...{ code: 'ALM-1', title: 'Mål', text: '', date: null, settled: null, waitingDays: days },
    to: scope === 'MINE' ? null : 'Berit Aasen',
  }),
}

describe('reading a queue', () => {
  it('B01 a thing is a row with what a queue can do to it, and the thing itself for the pane', () => {
    expect(rowOf(reading, thing, { tab: 'WAITING', scope: 'AS_DEPUTY' })).toEqual({
      ...{ id: 'g1', version: 4, tab: 'WAITING', item: thing, commands: ['ACCEPT'] },
      ...{ code: 'ALM-1', title: 'Mål', text: '', date: null, settled: null },
      ...{
        trainee: { id: 't', name: 'Thea Marie Sandvik', position: '' },
        waitingDays: 9,
        to: 'Berit Aasen',
      },
    })
  })

  it('F114 what is settled waits no longer', () => {
    expect(rowOf(reading, thing, { tab: 'APPROVED', scope: 'MINE' })).toMatchObject({
      waitingDays: null,
      to: null,
    })
  })

  it('a page of it says where the next begins, unless it is the last', () => {
    const page = (hasNextPage: boolean) =>
      listOf(
        reading,
        {
          ...{ totalCount: 51, counts: { waiting: 51 }, eventCursor: '0007', edges: [{ node: thing }] },
          pageInfo: { hasNextPage, endCursor: 'c50' },
        },
        { tab: 'WAITING', scope: 'MINE' },
      )
    expect(page(true)).toMatchObject({ next: 'c50', total: 51, cursor: '0007', counts: { WAITING: 51 } })
    expect(page(false).next).toBeNull()
  })

  it('counts are named as the tabs are, and are counts alone', () => {
    expect(countsOf({ __typename: 'ApprovalTabCounts', waiting: 3, rejected: 0, approved: 12 })).toEqual({
      ...{ WAITING: 3, REJECTED: 0, APPROVED: 12 },
    })
  })
})

describe('the address of a queue', () => {
  const tab = (name: string, fane: string) => ({ name, fane, text: () => '', icon: 'Hourglass' as const })
  const queue = {
    tabs: [tab('WAITING', 'venter'), tab('APPROVED', 'godkjent')],
    scopes: ['MINE', 'MY_TRAINEES'] as Scope[],
  } as unknown as Parameters<typeof addressOf>[0]

  it.each([
    ['', 'WAITING', 'MINE'],
    ['fane=godkjent&omfang=MY_TRAINEES', 'APPROVED', 'MY_TRAINEES'],
    ['fane=APPROVED&omfang=AS_DEPUTY', 'WAITING', 'MINE'],
    ['fane=toString', 'WAITING', 'MINE'],
  ])('F114 «%s» is %s of %s', (search, name, scope) => {
    expect(addressOf(queue, new URLSearchParams(search))).toEqual({ tab: name, scope })
  })

  const all = ['MINE', 'MY_TRAINEES', 'AS_DEPUTY'] as const
  it.each([
    ['nobody that is known', undefined, ['MINE']],
    ['a leader', { trainingRoles: ['LEADER'], deputyships: [] }, ['MINE', 'MY_TRAINEES']],
    ['a deputy', { trainingRoles: ['SUPERVISOR'], deputyships: [{}] }, ['MINE', 'AS_DEPUTY']],
  ])('F012 offers %s the scopes there is a use for', (_, profile, scopes) => {
    expect(offered({ scopes: all }, profile)).toEqual(scopes)
  })

  it('does not offer what a queue has for those who know the address', () => {
    const leader = { trainingRoles: ['LEADER'], deputyships: [] }
    expect(offered({ scopes: all, unlisted: ['MY_TRAINEES'] }, leader)).toEqual(['MINE'])
  })
})
