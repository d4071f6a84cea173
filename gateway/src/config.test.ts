import { expect, it } from 'vitest'
import { readConfig } from './config.ts'

const needed = {
  ISSUER: 'https://issuer',
  AUDIENCE: 'https://graph',
  SCOPE: 'graph',
  ACTOR_PRIVATE_KEY: '{}',
}

it.each([
  ['in production, a scope that no token has by itself', {}, 'graph:text'],
  ['in development, the one that every token has', { NODE_ENV: 'development' }, 'graph'],
  ['as it is set', { TEXT_SCOPE: 'graph:anything' }, 'graph:anything'],
])('who may send operations of their own: %s', (_who, env, scope) => {
  expect(readConfig({ ...needed, ...env }).textScope).toBe(scope)
})
