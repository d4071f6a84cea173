import { expect, it } from 'vitest'
import { sources } from '#lib/styles/testing.ts'

const RUNNERS = /new Runner\((?:\w+|\{[^]*?\n?\s*\})?\)/g
/** What reads a page anew when a command is done, beside its runner: it would be told while the page shows what was before. */
const BESIDE = /\b(?:refresh|renew|onstale)\(\)|\bondone=\{[^}]*(?:refresh|renew)/
/** A page that follows a stream reads anew what it is told of, by whomever it was done. */
const FOLLOWS = /\b(?:listen|follow[A-Z]\w+)\(/
/** Of a runner’s options, named apart. */
const HANDED = /\b(?:refresh|renew): \(\) => [\w.]+\(\)/g
const isBeside = (text: string) =>
  BESIDE.test(text.replaceAll(RUNNERS, '').replaceAll(HANDED, '')) && !FOLLOWS.test(text)

it('whoever gives commands lets the runner read the page anew', () => {
  const giving = sources.filter(({ text }) => text.match(RUNNERS) || text.includes('ondone='))
  expect(giving.length).toBeGreaterThan(40)
  expect(giving.filter(({ text }) => isBeside(text)).map(({ path }) => path)).toEqual([])
})

it('control: one that does not would be found', () => {
  const own = 'const work = new Runner({ renew: () => renew() })\nwork.run(send)\n'
  expect(isBeside(own)).toBe(false)
  expect(isBeside(`${own}renew()`)).toBe(true)
  expect(isBeside('<Form ondone={page.refresh} />')).toBe(true)
  expect(isBeside('<Form ondone={(text) => work.say(text)} renew={page.refresh} />')).toBe(false)
})

/** The dialogs of whoever has commands to wait for, and those of them that can be left before there is an answer. */
const dialogs = sources.flatMap(({ path, text }) =>
  text.includes('new Runner(') ? [...text.matchAll(/<Dialog\b[^>]*/g)].map(([tag]) => ({ path, tag })) : [],
)
const canBeLeft = ({ tag }: { tag: string }) => !/\s(?:busy=|\{busy\})/.test(tag)

it('a dialog stays until its command is answered', () => {
  expect(dialogs.length).toBeGreaterThan(20)
  expect(dialogs.filter(canBeLeft).map(({ path }) => path)).toEqual([])
  expect(canBeLeft({ tag: '<Dialog open heading="Slette?"' })).toBe(true)
})
