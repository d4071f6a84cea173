import { paraglideVitePlugin } from '@inlang/paraglide-js'
import globalData from '@csstools/postcss-global-data'
import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import customMedia from 'postcss-custom-media'
import { defineConfig } from 'vite'
import { statesPage } from './states/plugin.ts'

/** Where `npm start` serves the portal: `vite dev` draws the pages and leaves sign-in and data to it. */
const portal = process.env['PORTAL_ORIGIN'] ?? 'http://127.0.0.1:3000'
const toPortal = { target: portal, ws: true, headers: { origin: portal } }

export default defineConfig({
  plugins: [
    statesPage(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['cookie', 'baseLocale'],
    }),
    sveltekit({
      adapter: adapter({ out: 'build' }),
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // Svelte writes `style:` directives as attributes: widths of ribbons and the like.
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      version: { pollInterval: 0 },
    }),
  ],
  // The names of the widths are known to every style of every component.
  css: {
    postcss: { plugins: [globalData({ files: ['src/lib/styles/media.css'] }), customMedia()] },
  },
  server: {
    proxy: {
      '/graphql': toPortal,
      '/files': toPortal,
      '/logg-inn': portal,
      '/logg-ut': portal,
      '/okt': portal,
    },
  },
})
