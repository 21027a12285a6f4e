<#ftl output_format="HTML">
<#import "heimdall-layout.ftl" as layout>
<@layout.mail title=msg("heimdallWelcomeTitle", appName) preview=msg("heimdallWelcomeBody")>
<@layout.paragraph>${msg("heimdallWelcomeBody")}</@layout.paragraph>
<@layout.button label=msg("heimdallWelcomeButton", appName)/>
<@layout.note>${msg("heimdallWelcomeIgnore")}</@layout.note>
</@layout.mail>
