<#ftl output_format="plainText">
${code}

${msg("heimdallVerificationBody", appName)}
${msg("heimdallCodeExpiry", minutes)}
<#if link??>

${msg("heimdallVerificationButton")}
${link}
</#if>

${msg("heimdallVerificationIgnore")}
