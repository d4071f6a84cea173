import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.close())

test('F003 one person holds several roles and gets the union of the tabs', async () => {
  const query = `{ viewer {
    profile { person { displayName } trainingRoles workspaces grants { role } deputyships { leader { displayName } } }
    trainee { track { code } }
  } }`
  expect(await world.as('Kari Mette Bruvold', query)).toEqual({
    viewer: {
      profile: {
        person: { displayName: 'Kari Mette Bruvold' },
        trainingRoles: ['MENTOR', 'SUPERVISOR'],
        workspaces: ['MY_MENTEES', 'SIGNING', 'APPROVAL', 'EMPLOYEE_FOLLOW_UP'],
        grants: [],
        deputyships: [{ leader: { displayName: 'Ingrid Solheim' } }],
      },
      trainee: null,
    },
  })
  expect(await world.as('Nora Fjeld', query)).toMatchObject({
    viewer: {
      profile: { trainingRoles: ['TRAINEE', 'SUPERVISOR'], workspaces: ['OWN_TRAINING', 'SIGNING'] },
      trainee: { track: { code: 'ALM' } },
    },
  })
})
