<#ftl output_format="plainText">
<#if name??>
${msg("heimdallInvitationGreeting", name)}

</#if>
${msg("heimdallInvitationBody", appName)}

${code}

<#if link??>
${msg("heimdallInvitationButton")}
${link}

</#if>
${msg("heimdallInvitationExpiry", hours)}
${msg("heimdallInvitationIgnore")}
