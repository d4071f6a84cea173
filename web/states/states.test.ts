import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sources } from '#lib/styles/testing.ts'
import { propsOf, usesOf } from './testing.ts'

const UI = join(import.meta.dirname, '../src/lib/ui')
const index = readFileSync(join(UI, 'index.ts'), 'utf8')
const components = [...index.matchAll(/default as (\w+) \}/g)].map(([, name = '']) => name)
const groups = sources.filter(({ path }) => path.startsWith('states/groups/'))
const uses = groups.flatMap(({ text }) => usesOf(text))

/** What of a component the page does not show: a prop of it that is never given, a choice that is never made. */
const notShown = (name: string, source: string, page = groups, used = uses): string[] => {
  const own = used.filter((use) => use.component === name)
  const given = new Set(own.flatMap(({ props }) => props))
  const text = page.filter((group) => usesOf(group.text).some((use) => use.component === name))
  return propsOf(source).flatMap(({ prop, choices }) => [
    ...(given.has(prop) ? [] : [prop]),
    ...choices.filter((choice) => !text.some((group) => new RegExp(`['"]${choice}['"]`).test(group.text))),
  ])
}

describe('the page of components', () => {
  it('knows them all', () => expect(components.length).toBeGreaterThan(30))

  it.each(components)('shows %s with each of its props and choices', (name) => {
    expect(uses.some(({ component }) => component === name)).toBe(true)
    expect(notShown(name, readFileSync(join(UI, `${name}.svelte`), 'utf8'))).toEqual([])
  })

  it('would miss what is not shown', () => {
    const source = `<script lang="ts">
      type Props = { kind?: 'info' | 'odd'; shout?: boolean }
      let { kind, shout }: Props = $props()
    </script>`
    const page = [{ path: '', text: '<Notice kind="info" />' }]
    expect(notShown('Notice', source, page, usesOf(page[0]?.text ?? ''))).toEqual(['odd', 'shout'])
  })

  it('is of the development server alone: nothing that is built knows it', () => {
    const built = sources.filter(({ path }) => path.startsWith('src/'))
    expect(built.filter(({ text }) => /['"][^'"]*\/states\//.test(text)).map(({ path }) => path)).toEqual([])
  })
})
