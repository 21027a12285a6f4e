<#ftl output_format="plainText">
${msg("heimdallPasswordElsewhereBody", appName)}
${msg("heimdallPasswordElsewhereAct")}

${msg("heimdallPasswordElsewhereIgnore")}
