import '@digdir/designsystemet-css/theme'
import '@digdir/designsystemet-css'
import '@fontsource-variable/inter'
import '#lib/styles/tokens.css'
import '#lib/styles/base.css'
import { mount } from 'svelte'
import States from './States.svelte'

mount(States, { target: document.body })
