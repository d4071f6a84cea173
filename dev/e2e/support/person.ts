import type { Browser, Page } from '@playwright/test'
import { logIn } from './log-in.ts'

type Answer = { data?: Record<string, unknown>; errors?: unknown[] }
type Size = { width: number; height: number }

export const PHONE: Size = { width: 360, height: 780 }

/** One person at one window of their own. */
export interface Person {
  readonly name: string
  readonly page: Page
  /** Asks the graph as this person does, through the portal and its session. Throws for anything but data. */
  ask<Data>(document: string, variables?: Record<string, unknown>): Promise<Data>
}

/** Opens a window and logs in. */
export async function person(browser: Browser, name: string, viewport?: Size): Promise<Person> {
  const context = await browser.newContext(viewport ? { viewport } : {})
  const page = await context.newPage()
  await logIn(page, name)
  const ask = async <Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const answer: Answer = await page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch('/graphql', { method: 'POST', headers, body })
      return (await response.json()) as Answer
    }, JSON.stringify({ query, variables }))
    if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors))
    return answer.data as Data
  }
  return { name, page, ask }
}
