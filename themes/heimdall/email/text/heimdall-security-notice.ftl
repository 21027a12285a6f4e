<#ftl output_format="plainText">
${msg(change, what)}

${msg("heimdallSecurityNoticeTime", time)}
<#if from??>
${msg("heimdallSecurityNoticeFrom", from)}
<#else>
${msg("heimdallSecurityNoticeByOthers", appName)}
</#if>

${msg("heimdallSecurityNoticeAct", appName)}
