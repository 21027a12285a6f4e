<#ftl output_format="plainText">
${msg("heimdallWelcomeTitle", appName)}

${msg("heimdallWelcomeBody")}
<#if link??>

${msg("heimdallWelcomeButton", appName)}
${link}
</#if>

${msg("heimdallWelcomeIgnore")}
