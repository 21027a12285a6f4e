<#ftl output_format="plainText">
${code}

${msg("heimdallMfaCodeBody", appName)}
${msg("heimdallCodeExpiry", minutes)}

${msg("heimdallMfaCodeIgnore")}
