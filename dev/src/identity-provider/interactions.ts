import type { default as Provider, InteractionResults } from 'oidc-provider'
import { AUDIENCE, SCOPE } from '../access-token.ts'
import type { DemoPerson } from '../demo-persons.ts'
import { loginPage } from './login-page.ts'

type Middleware = Parameters<Provider['use']>[0]

/** Answers the provider's two interactions: login (a page), and consent (always given). */
export function interactions(provider: Provider, persons: readonly DemoPerson[]): Middleware {
  return async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return next()
    const { prompt, uid, grantId, session, params } = await provider.interactionDetails(
      context.req,
      context.res,
    )
    const finish = async (result: InteractionResults) => {
      await provider.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: true })
      context.respond = false
    }
    if (prompt.name === 'consent') {
      const grant = grantId ? await provider.Grant.find(grantId) : undefined
      const owner = { accountId: session?.accountId ?? '', clientId: String(params['client_id']) }
      return finish({ consent: { grantId: await consent(grant ?? new provider.Grant(owner)) } })
    }
    if (context.method !== 'POST') {
      context.type = 'html'
      context.set('cache-control', 'no-store')
      context.body = loginPage(uid, persons)
      return
    }
    const accountId = new URLSearchParams(await readBody(context.req)).get('person') ?? ''
    if (!persons.some((person) => person.id === accountId)) return context.throw(400, 'unknown person')
    return finish({ login: { accountId, acr: 'idporten-loa-high', amr: ['demo'] } })
  }
}

function consent(grant: InstanceType<Provider['Grant']>): Promise<string> {
  grant.addOIDCScope('openid profile offline_access')
  grant.addResourceScope(AUDIENCE, SCOPE)
  return grant.save()
}

async function readBody(request: AsyncIterable<Buffer>): Promise<string> {
  let body = ''
  for await (const chunk of request) {
    body += chunk.toString()
    if (body.length > 10_000) throw new Error('the form is too large')
  }
  return body
}
