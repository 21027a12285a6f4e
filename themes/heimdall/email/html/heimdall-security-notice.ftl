<#ftl output_format="HTML">
<#import "heimdall-layout.ftl" as layout>
<@layout.mail title=msg("heimdallSecurityNoticeTitle") preview=msg(change, what)>
<@layout.paragraph>${msg(change, what)}</@layout.paragraph>
<@layout.paragraph>${msg("heimdallSecurityNoticeTime", time)}</@layout.paragraph>
<#if from??>
<@layout.paragraph>${msg("heimdallSecurityNoticeFrom", from)}</@layout.paragraph>
<#else>
<@layout.paragraph>${msg("heimdallSecurityNoticeByOthers", appName)}</@layout.paragraph>
</#if>
<@layout.note>${msg("heimdallSecurityNoticeAct", appName)}</@layout.note>
</@layout.mail>
