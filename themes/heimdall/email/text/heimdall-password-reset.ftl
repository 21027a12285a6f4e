<#ftl output_format="plainText">
${code}

${msg("heimdallPasswordResetBody", appName)}
${msg("heimdallCodeExpiry", minutes)}
<#if link??>

${msg("heimdallPasswordResetButton")}
${link}
</#if>

${msg("heimdallPasswordResetIgnore")}
