import { expect, test } from 'vitest'
import { groupByScope, topicsOf } from './scopes.ts'

const portal = null
const nordvag = { __typename: 'Enterprise' as const, id: 'n', name: 'Nordvåg kommune' }
const template = (name: string, scope: typeof portal | typeof nordvag, retired = false) => ({
  ...{ name, scope, retired },
})

test('F017 templates stand by whose they are, one’s own first, and what is out of use last', () => {
  const rows = [
    template('Halvår', portal),
    template('Gammel', nordvag, true),
    template('Legevakt', nordvag),
    template('Første', portal),
  ]
  const names = groupByScope(rows, [nordvag]).map(({ key, templates }) => [
    key,
    ...templates.map(({ name }) => name),
  ])
  expect(names).toEqual([
    ['n', 'Legevakt', 'Gammel'],
    ['', 'Halvår', 'Første'],
  ])
})

test('F017 a scope in which one may add is listed without templates too', () => {
  expect(groupByScope([], [nordvag])).toEqual([{ key: 'n', scope: nordvag, templates: [] }])
})

test('F017 a topic is a line, and empty lines are none', () => {
  expect(topicsOf(' Bakvakt \n\n \nUtrykning')).toEqual(['Bakvakt', 'Utrykning'])
})
