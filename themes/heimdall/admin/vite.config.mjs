// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { defineConfig } from 'vite';
import { thirdParty } from './notices.mjs';

/** Keycloak serves what is below assets/ for long, as the names change with the content. */
const FOLDER = 'resources/assets/heimdall';
const FROM_THE_CONSOLE = ['react', 'react-dom', 'react/jsx-runtime'];

/** Names the files of the build that every page of the console loads. */
function themeProperties() {
  return {
    name: 'theme-properties',
    generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find(({ isEntry }) => isEntry);
      const inResources = (file) => file.slice('resources/'.length);
      const lines = [
        '# Chosen in Realm settings -> Themes -> Admin theme, of the realm that admins log in to.',
        'parent=keycloak.v2',
        `scripts=${inResources(entry.fileName)}`,
        `styles=${[...entry.viteMetadata.importedCss].map(inResources).join(' ')}`,
        '',
      ];
      this.emitFile({ type: 'asset', fileName: 'theme.properties', source: lines.join('\n') });
    },
  };
}

export default defineConfig({
  base: './',
  publicDir: false,
  plugins: [themeProperties(), thirdParty(join(import.meta.dirname, 'node_modules'))],
  build: {
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      input: 'src/entry/heimdall.ts',
      external: FROM_THE_CONSOLE,
      output: {
        entryFileNames: `${FOLDER}/[name]-[hash].js`,
        chunkFileNames: `${FOLDER}/[name]-[hash].js`,
        assetFileNames: `${FOLDER}/[name]-[hash][extname]`,
      },
    },
  },
});
