import { setTimeout as delay } from 'node:timers/promises'
import { ApolloServer } from '@apollo/server'
import { ApolloGateway } from '@apollo/gateway'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '../cases/case.ts'
import { kinds } from '../cases/kinds.ts'
import { aWorld, silent, type World } from '../gateway-fixture.ts'
import { betterThanApollo } from './better-than-apollo.ts'

const listed = new Map(betterThanApollo.map((each) => [each.kind, each]))
const LATE_MS = 150

describe.each(kinds)('$title', ({ title, subgraphs, cases }) => {
  let world: World
  let plain: ApolloServer
  beforeAll(async () => {
    world = await aWorld(subgraphs)
    const gateway = new ApolloGateway({ supergraphSdl: world.supergraph, logger: silent })
    plain = new ApolloServer({ gateway, logger: silent })
    await plain.start()
  })
  afterAll(async () => {
    await plain.stop()
    await world.close()
  })

  async function isRight({ query, variables, data }: Case): Promise<boolean> {
    const late = world.subgraphs[listed.get(title)?.late ?? '']
    if (late) late.hold = delay(LATE_MS)
    const { body } = await plain.executeOperation({ query, ...(variables && { variables }) })
    return body.kind === 'single' && JSON.stringify(body.singleResult.data) === JSON.stringify(data)
  }

  it(
    listed.has(title) ? 'ours alone has the right data' : 'plain Apollo has the right data too',
    async () => {
      const wrong: string[] = []
      for (const each of cases) if (!(await isRight(each))) wrong.push(each.query)
      if (listed.has(title)) expect(wrong).not.toEqual([])
      else expect(wrong).toEqual([])
    },
  )
})

it('every entry of the list is a kind, with a reason', () => {
  for (const { kind, because } of betterThanApollo) {
    expect(kinds.map(({ title }) => title)).toContain(kind)
    expect(because).not.toBe('')
  }
})
